"""Where workflows live: a library in a database, with every change that was made to them."""

from designer.store.engine import Unavailable, connect, database_url
from designer.store.journal import Conflict, Journal
from designer.store.library import Entry, Library, NoSuchWorkflow
from designer.store.record import Acknowledgement, JournalEntry, Record, Step

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
