"""The texts of comments in generated files."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.stack import Stack
from exporters.substitutions import StackParameter
from schemas.core.coerce import mapping, text
from schemas.sidecar.workflow import Workflow

_STATES_IN_A_COMMENT = 6
_MOST_DESCRIPTION = 600


def introduction(workflow: Workflow) -> str:
    """Return the Comment of the definition, or else the title of the workflow, or else its name."""
    comment = text(mapping(workflow.document.value).get("Comment"))
    return comment or workflow.design.title or workflow.name


def state_list(names: Sequence[str]) -> str:
    """Return the names of states on one line: the first six, and an ellipsis for more."""
    shown = ", ".join(names[:_STATES_IN_A_COMMENT])
    return shown if len(names) <= _STATES_IN_A_COMMENT else f"{shown} …"


def parameter_description(parameter: StackParameter) -> str:
    """Return the fields and the states that a parameter stands in: `FunctionName of Pay`."""
    fields = state_list(parameter.fields) or "A name in the definition"
    states = f" of {state_list(parameter.states)}" if parameter.states else ""
    return " ".join(f"{fields}{states}".split())[:_MOST_DESCRIPTION]


def unknown_permissions(stack: Stack) -> str:
    """Return a list of the states whose permissions the exported role lacks; "" where there are none."""
    if stack.deployment.role or not stack.role.unknown_states:
        return ""
    lines = [f"  {state.name}: {state.fields.get('Resource')}" for state in stack.role.unknown_states]
    return "\n".join(["To be added by hand: what these states need is not known.", *lines])


def comment_lines(comment: str, mark: str) -> list[str]:
    """Return the lines of `comment` behind `mark`, without characters that most languages forbid."""
    lines = ("".join(char for char in line if char.isprintable()) for line in comment.splitlines())
    return [f"{mark} {line}".rstrip() for line in lines]
