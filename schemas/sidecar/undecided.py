"""Places of a state that stand for what nobody has decided: `${CheckStock}` as the Resource of a Task."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from schemas.asl.walk import State, values
from schemas.core.paths import Path

_SCOPES = ("Branches", "ItemProcessor", "Iterator")
_NAME = re.compile(r"\$\{([A-Za-z0-9_]+)\}")


def undecided_in(state: State, names: Collection[str]) -> Iterator[tuple[Path, str]]:
    """Yield the places in a state's own fields that have one of the `names` in `${Name}`, with the name.

    `names` are those of the state's entry in the sidecar. One whose place a person has filled in is decided.
    """
    if not names:
        return
    for field, value in state.fields.items():
        if field in _SCOPES:
            continue
        for path, item in values(value, (*state.path, field)):
            if isinstance(item, str):
                yield from ((path, name) for name in _NAME.findall(item) if name in names)
