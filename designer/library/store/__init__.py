"""The library of workflows in a database, with a journal of their changes."""

from designer.library.store.engine import connect, database_url
from designer.library.store.journal import Conflict, Journal
from designer.library.store.library import Entry, Library, NoSuchWorkflow
from designer.library.store.names import Names
from designer.library.store.places import Places, Texts
from designer.library.store.record import Acknowledgement, Author, ChangeMark, JournalEntry, Record, Step
from designer.library.store.tables import now
from designer.library.store.unavailable import Unavailable

__all__ = [
    "Acknowledgement",
    "Author",
    "ChangeMark",
    "Conflict",
    "Entry",
    "Journal",
    "JournalEntry",
    "Library",
    "Names",
    "NoSuchWorkflow",
    "Places",
    "Record",
    "Step",
    "Texts",
    "Unavailable",
    "connect",
    "database_url",
    "now",
]
