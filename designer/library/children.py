"""The workflows that were made of parts of another one, as an undo there finds them."""

from __future__ import annotations

from collections.abc import Iterator

from designer.library.store import Library, NoSuchWorkflow
from schemas.core.edits import EditRefused
from schemas.sidecar.design import Design


def discard_children(library: Library, before: Design, after: Design) -> Iterator[EditRefused]:
    """Put the children that a workflow no longer calls into the trash; yield why one stays.

    A child stays if somebody has changed it since it was made.
    """
    for id in _children(before) - _children(after):
        try:
            child = library.read(id)
        except NoSuchWorkflow:
            continue
        if child.position:
            yield EditRefused("extract-child-stays", name=child.name)
        else:
            library.discard(id)


def restore_children(library: Library, before: Design, after: Design) -> Iterator[EditRefused]:
    """Take the children that a workflow calls again out of the trash; yield why one cannot come back."""
    trash = {entry.id for entry in library.trash()}
    for id in _children(after) - _children(before):
        if id in trash:
            library.restore(id)
            continue
        try:
            library.read(id)
        except NoSuchWorkflow:
            yield EditRefused("extract-child-gone")


def _children(design: Design) -> set[str]:
    return {state.child for state in design.states.values() if state.child}
