"""The library of workflows in a database, with a journal of their changes."""

from designer.library.store.engine import Unavailable, connect, database_url
from designer.library.store.journal import Conflict, Journal
from designer.library.store.library import Entry, Library, NoSuchWorkflow
from designer.library.store.record import Acknowledgement, JournalEntry, Record, Step

__all__ = [
    "Acknowledgement",
    "Conflict",
    "Entry",
    "Journal",
    "JournalEntry",
    "Library",
    "NoSuchWorkflow",
    "Record",
    "Step",
    "Unavailable",
    "connect",
    "database_url",
]
