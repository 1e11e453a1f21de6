"""The values that a screen's words list: the fields of the workflow's input."""

from __future__ import annotations

import re
import unicodedata

from schemas.conversion.words.glossary import field_of
from schemas.core.paths import Json

_LISTED = re.compile(r"[(（\[【「]([^)）\]】」]{1,400})[)）\]】」]|[:：]([^\n]{1,400})")
_SEPARATOR = re.compile(r"[,、，・;；/／\n]|\s+(?:and|と)\s+")
_BULLET = re.compile(r"^\s*[-*・•‐–]\s*(.+)$", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z_][\w.]*(?: [A-Za-z_][\w.]*){0,2}", re.ASCII)
_TYPED = re.compile(r"\s*[:：]\s*\w+\s*\Z")
_MOST_FIELDS, _MOST_LETTERS = 20, 20
_NUMBER = re.compile(
    r"数量|個数|合計|総額|金額|価格|単価|送料|税|ポイント|割引|人数|"
    r"(?:\A|_|\b)(?:quantity|count|total|amount|price|fee|tax|discount|points|number of \w+)\Z",
    re.IGNORECASE,
)
_GUARDED = re.compile(
    r"合計|総額|金額|価格|単価|送料|税|割引|(?:total|amount|price|fee|tax|discount|cost)\Z", re.IGNORECASE
)
_FLAG = re.compile(r"\A(?:is|has|can)_|同意|agree", re.IGNORECASE)
_LIST = re.compile(r"\A(?:items|lines|products)\Z|一覧|明細", re.IGNORECASE)


def fields_in(words: str) -> dict[str, dict[str, Json]]:
    """The fields that a screen's words list, by name, as the input contract has them.

    They stand in brackets, after a colon or as a list: "注文入力（商品番号、数量）", "Order: cart_id". A
    price or a total must not come from the browser: such a value is `guarded`, and comes from the server.
    """
    fields: dict[str, dict[str, Json]] = {}
    for listed in _names(unicodedata.normalize("NFC", words)):
        name = field_of(listed)
        if name and len(fields) < _MOST_FIELDS:
            fields.setdefault(name, _field(listed, name))
    return fields


def _names(words: str) -> list[str]:
    bullets = _BULLET.findall(words)
    lists = bullets or [inner for match in _LISTED.findall(words) for inner in match if inner]
    names = [_TYPED.sub("", name).strip() for part in lists for name in _SEPARATOR.split(part)]
    return [name for name in names if _is_name(name)]


def _is_name(name: str) -> bool:
    if name.isascii():
        return _NAME.fullmatch(name) is not None
    return 0 < len(name) <= _MOST_LETTERS and not re.search(r"[\s。`{}\"']", name)


def _field(listed: str, name: str) -> dict[str, Json]:
    guarded = bool(_GUARDED.search(listed) or _GUARDED.search(name))
    field: dict[str, Json] = {"type": _type(listed, name), "sentBy": "server" if guarded else "browser"}
    if guarded:
        field["guarded"] = True
    if listed != name:
        field["description"] = listed
    return field


def _type(listed: str, name: str) -> str:
    if _NUMBER.search(listed) or _NUMBER.search(name):
        return "number"
    if _FLAG.search(listed):
        return "boolean"
    return "array" if _LIST.search(listed) else "string"
