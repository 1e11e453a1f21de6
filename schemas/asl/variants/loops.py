"""The loops of a template, `Fn::ForEach`: their items, and texts with the items put in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.core.paths import Json

Items = Mapping[str, str]
"""The item of each loop around a value, by the name of the loop's variable."""

_VARIABLE = re.compile(r"[$&]\{(\w+)\}")


def listed_items(items: Json) -> list[str] | None:
    """The items of the list of an `Fn::ForEach`; None if the deployment puts some in."""
    if not isinstance(items, list) or not all(isinstance(item, str | int) for item in items):
        return None
    texts = [str(item) for item in items]
    return None if any("${" in text for text in texts) else texts


def put_in(text: str, items: Items) -> str:
    """`text` with the item of each variable in it."""
    if not items or "{" not in text:
        return text
    return _VARIABLE.sub(lambda match: _item(match, items), text)


def deeply_put_in(value: Json, items: Items) -> Json:
    """`value` with the item of each variable in its texts."""
    if not items:
        return value
    if isinstance(value, dict):
        return {key: deeply_put_in(inner, items) for key, inner in value.items()}
    if isinstance(value, list):
        return [deeply_put_in(inner, items) for inner in value]
    return put_in(value, items) if isinstance(value, str) else value


def _item(match: re.Match[str], items: Items) -> str:
    """The item for a `${Name}`; its letters and digits for an `&{Name}`."""
    item = items.get(match[1])
    if item is None:
        return match[0]
    is_plain = match[0].startswith("$") or item.startswith("${")
    return item if is_plain else "".join(filter(str.isalnum, item))
