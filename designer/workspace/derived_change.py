"""A change that is derived from the latest workflow at the moment when it is written."""

from __future__ import annotations

import logging
from collections.abc import Callable

from designer.library.store import Unavailable
from designer.workspace.definition_text import Unreadable
from schemas.core.edits import EditRefused
from schemas.sidecar.workflow import Change, ChangeResult, Workflow

log = logging.getLogger(__name__)

Make = Callable[[Workflow], Change]
"""Derives a change from the latest workflow; may raise `EditRefused` or `Unreadable`."""


def result_of(make: Make, workflow: Workflow) -> ChangeResult:
    """The workflow after the change that `make` derives from it.

    Raises `EditRefused`, `Unreadable` or `Unavailable`. An unexpected exception counts as a refusal: without
    an acknowledgement the canvas would send the intent again and again.
    """
    try:
        return workflow.apply(make(workflow))
    except (EditRefused, Unreadable, Unavailable):
        raise
    except Exception as error:
        log.exception("A change could not be carried out.")
        raise EditRefused("action-failed") from error
