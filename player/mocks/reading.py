"""Reads mocks in the forms in which people write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from player.mocks import Answer, Child, Mocks, TaskCall
from player.mocks.defaults import default_answer
from player.mocks.local import is_local, read_local
from player.mocks.state_mocks import StateMocks
from schemas.core.coerce import flag, mapping, number, text
from schemas.core.paths import Json

MOST_DELAY = 1e9
"""The longest delay in seconds that is read."""


def read_mocks(
    mocks: Mocks | Mapping[str, Json] | None,
    case: str = "",
    default: Callable[[TaskCall], Answer] = default_answer,
) -> Mocks:
    """The mocks in any form; an object that answers calls is returned as it is.

    `case` names a test case in the form of Step Functions Local, `default` answers the calls of states
    without mocks. Raises `ValueError` if there is no case of that name, or several and none is named.
    """
    if mocks is None:
        return StateMocks({}, default)
    if not isinstance(mocks, Mapping):
        return mocks
    if is_local(mocks):
        return StateMocks(read_local(mocks, case), default)
    return StateMocks({state: _answers(value) for state, value in mocks.items()}, default)


def _answers(value: Json) -> list[Answer | None]:
    return [_answer(mapping(item)) for item in (value if isinstance(value, list) else [value])]


def _answer(fields: dict[str, Json]) -> Answer | None:
    """One answer of the sidecar, with "delay" in seconds.

    It is {"result"}, {"error", "cause"}, {"ask": true}, or {"definition"} of a workflow that is started, with
    its own "mocks" and "type". {"default": true} is None: the answer that a state without mocks gets.
    """
    if flag(fields.get("default"), False):
        return None
    delay = number(fields.get("delay"), MOST_DELAY) or 0
    if flag(fields.get("ask"), False):
        return Answer(is_open=True)
    if isinstance(fields.get("definition"), dict):
        type = text(fields.get("type"), "STANDARD")
        return Answer(child=Child(mapping(fields["definition"]), mapping(fields.get("mocks")), type))
    if "error" not in fields and "cause" not in fields:
        return Answer(fields.get("result"), delay=delay)
    error, cause = fields.get("error"), fields.get("cause")
    return Answer(
        error=error if isinstance(error, str) else None,
        cause=cause if isinstance(cause, str) else None,
        delay=delay,
        failed=True,
    )
