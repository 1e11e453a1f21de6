"""A retrier or catcher names an error that does not exist.

Why: names that begin with States. are reserved for the service, which has a fixed list of them. Any other
one never matches.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.TimeOut"]}]}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.Timeout"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import PREDEFINED, handlers
from schemas.asl.machine import Machine
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.did_you_mean import Names
from schemas.core.edits import Set
from schemas.core.paths import Path
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

_HTTP = "States.Http."

_names = Names(PREDEFINED)


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every name beginning with States. that neither the service nor a Fail of the machine raises."""
    for state in machine.states:
        for path, name in _unknown(state):
            if name not in machine.raised:
                yield _finding(path, name)


@cached_on_state
def _unknown(state: State) -> tuple[tuple[Path, str], ...]:
    return tuple(found for handler in handlers(state) for found in handler.names if _is_unknown(found[1]))


def _is_unknown(name: str) -> bool:
    if not name.startswith("States.") or name.startswith(_HTTP):
        return False
    return name not in PREDEFINED and not is_placeholder(name)


def _finding(path: Path, name: str) -> Finding:
    nearest = _names.nearest(name)
    if nearest is None:
        return Finding(path, {"name": name})
    return Finding(path, {"name": name, "nearest": nearest}, fix=Fix((Set(path, nearest),), safe=False))
