"""JSON texts as the service writes them in events, causes and strings."""

from __future__ import annotations

import json

from schemas.core.paths import Json

_FOR_A_PERSON = json.JSONEncoder(ensure_ascii=False)


def written(value: Json) -> str:
    """`value` as compact JSON; letters beyond ASCII stay as they are."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def shortened(value: Json, most: int) -> str:
    """`value` as JSON for a person; of a longer one, the first `most` characters and "…".

    The rest is not written: it may be gigabytes, as those that `is_longer` is about.
    """
    text = ""
    for part in _FOR_A_PERSON.iterencode(value):
        text += part
        if len(text) > most:
            return f"{text[:most]}…"
    return text


def is_longer(value: Json, most: int) -> bool:
    """True if `value` as JSON has more than `most` characters, surely; looks at no more than that many.

    A small definition makes values of gigabytes, since copies of a value cost nothing until it is written.
    """
    waiting = [value]
    while waiting and most >= 0:
        one = waiting.pop()
        if isinstance(one, str):
            most -= len(one) + 2
        elif isinstance(one, dict):
            most -= sum(len(key) + 4 for key in one) + 1
            waiting.extend(one.values())
        elif isinstance(one, list):
            most -= len(one) + 1
            waiting.extend(one)
        else:
            most -= 1
    return most < 0
