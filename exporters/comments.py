"""What generated files say about a workflow in their comments."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.permissions.role import Role
from schemas.core.coerce import mapping, text
from schemas.sidecar.workflow import Workflow

_STATES_IN_A_COMMENT = 6


def introduction(workflow: Workflow) -> str:
    """What the workflow is: its Comment, else its title, else its name."""
    comment = text(mapping(workflow.document.value).get("Comment"))
    return comment or workflow.design.title or workflow.name


def listed(names: Sequence[str]) -> str:
    """The names of states in one line; of many, the first."""
    shown = ", ".join(names[:_STATES_IN_A_COMMENT])
    return shown if len(names) <= _STATES_IN_A_COMMENT else f"{shown} …"


def to_be_added(role: Role) -> str:
    """The states whose needs are not known; empty where there are none."""
    if not role.unknown:
        return ""
    lines = [f"  {state.name}: {state.fields.get('Resource')}" for state in role.unknown]
    return "\n".join(["To be added by hand: what these states need is not known.", *lines])


def commented(comment: str, mark: str) -> list[str]:
    """The lines of `comment` behind `mark`, without control characters, which most languages forbid."""
    lines = ("".join(char for char in line if char.isprintable()) for line in comment.splitlines())
    return [f"{mark} {line}".rstrip() for line in lines]
