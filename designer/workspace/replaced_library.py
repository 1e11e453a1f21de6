"""An open workflow in a library that was created anew, or replaced by another one, under the server."""

from __future__ import annotations

from designer.library.store import Library, NoSuchWorkflow, Record
from schemas.core.edits import EditRefused
from schemas.sidecar.workflow import Workflow


def found_again(library: Library, known: Record, workflow: Workflow) -> Record:
    """Return the record of the workflow in the library that is there now.

    It is given the workflow where it does not have it; one in its trash is restored. Raises `Unavailable`.
    """
    if any(entry.id == known.id for entry in library.trash()):
        library.restore(known.id)
    try:
        return library.read(known.id)
    except NoSuchWorkflow:
        library.add(workflow, known.id)
        return library.read(known.id)


def keep_beside(library: Library, known: Record, workflow: Workflow, record: Record) -> EditRefused | None:
    """Add the workflow under another id where the library has an older one; return the words for that."""
    if record.revision >= known.revision:
        return None
    library.add(workflow)
    return EditRefused("library-replaced", name=workflow.name)
