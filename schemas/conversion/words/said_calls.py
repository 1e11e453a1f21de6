"""Calls that a step's own words name: a table in "注文表に書き込む", a function in "決済する（Lambda）".

Only one act on one table counts. Words that may mean something else leave the step undecided.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from schemas.conversion.words.table_calls import Call, verb_in

_NOUN = r"テーブル|データベース|DB|台帳|(?<![代発公])表(?![示現情紙])"
_JAPANESE = re.compile(
    rf"(?P<name>(?:お|ご)?[一-鿿々ァ-ヺーA-Za-z0-9_-]{{1,20}}?)(?P<noun>{_NOUN})(?P<particle>[にへからをので])"
)
_END = re.compile(r"[ぁ-ゖ取込出直当]{0,8}[。.!]?\s*")
_FITTING: dict[str, tuple[Call, ...]] = {
    "に": ("putItem", "updateItem"),
    "へ": ("putItem", "updateItem"),
    "か": ("getItem", "query", "updateItem", "deleteItem"),
    "を": ("getItem", "query", "updateItem"),
    "で": ("getItem", "query", "updateItem"),
    "の": ("getItem", "query", "putItem", "updateItem", "deleteItem"),
}
"""The calls that fit the particle behind a table."""

_OF_PAPER: tuple[Call, ...] = ("updateItem",)
"""The calls that fit "表を": people look at tables on paper, and make them."""

_UNCLEAR = re.compile(r"取り?消|cancel", re.IGNORECASE)
"""Verbs that delete an item for some, and mark it for others."""

_OF_ROOMS = re.compile(r"を(?:予約|確保|引|空|上|下)")
"""What is done to a table at which people sit."""

_DONE_BY = re.compile(r"(?<!システム)が")
"""The end of a subject: people who do it themselves."""

_PEOPLE = re.compile(
    r"customer|client|member|user|sale|operation|logistic|supplier|partner|manager", re.IGNORECASE
)
"""Beginnings of those to whom something is written, and who are no table."""

_SEVERAL = re.compile(
    r"[、,;；/／\n→]|から[、,]|[てでし]から(?!読|取|引|減)|そして|して(?!い)|後[にで]|ない|なければ|なかった|ません|"
    r"\b(?:and|then|or|after|before|unless|not|never)\b",
    re.IGNORECASE,
)
"""Several acts, or none."""

_OBJECT = r"(?: (?!(?:to|into|from|in|of)\b)[\w'-]+){0,5}?"
_ENGLISH = (
    re.compile(
        rf"(?P<verb>[a-z]+){_OBJECT} (?:to|into|from|in|of) (?:the |our )?"
        r"(?P<name>[\w-]+(?: [\w-]+)?) (?:table|db|database)[.!]?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<verb>update|read|get|load|query|search|scan|check) (?:the |our )?"
        r"(?P<name>[\w-]+(?: [\w-]+)?) (?:table|db|database)[.!]?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<verb>[Ww]rite|[Ss]ave|[Ss]tore|[Rr]ead|[Ll]oad)(?! .*\b(?:e?-?mail|letter|message|note)\b)"
        rf"{_OBJECT} (?:to|into|in|from) (?:the )?"
        r"(?P<name>[A-Z][\w-]*(?:s|[Ss]tock|[Ii]nventory|[Hh]istory))[.!]?"
    ),
)
_NAME = "[A-Za-z][A-Za-z0-9_-]{0,63}"
_FUNCTION = re.compile(
    rf"[(\[【]\s*(?:AWS\s*)?Lambda\s*(?:関数|function)?\s*:?\s*(?P<beside>{_NAME})?\s*[)\]】]|"
    r"\b(?:by|with|using|via) (?:an? |the )?(?:AWS )?Lambda(?: function)?"
    rf"(?: (?P<behind>{_NAME}))?\s*\Z|"
    rf"(?<![A-Za-z])(?:AWS\s*)?Lambda\s*(?:関数)?(?:\s+(?P<by>{_NAME}))?\s*で(?![はもきすなあ])"
)


@dataclass(frozen=True, slots=True)
class SaidTable:
    """A table that words name, and what they do with it."""

    name: str
    call: Call


@dataclass(frozen=True, slots=True)
class SaidFunction:
    """A Lambda function by its name in words: the one that they give, else what is to be done."""

    name: str


def table_in(words: str) -> SaidTable | None:
    """The one table that the words name, with the call; None where either is not certain."""
    plain = unicodedata.normalize("NFKC", words).strip()
    if not plain or _SEVERAL.search(plain) or _UNCLEAR.search(plain):
        return None
    return _english(plain) if plain.isascii() else _japanese(plain)


def function_in(words: str) -> SaidFunction | None:
    """The function that the words name, "(Lambda: charge-card)" or "by Lambda"; None for none or several."""
    plain = unicodedata.normalize("NFKC", words).strip()
    found = list(_FUNCTION.finditer(plain))
    if len(found) != 1:
        return None
    (match,) = found
    named = match["beside"] or match["behind"] or match["by"]
    return SaidFunction(named or f"{plain[: match.start()]} {plain[match.end() :]}".strip())


def without_function(words: str) -> str:
    """The words without the note of the function that they name; as they are where nothing else is left."""
    narrow = "".join(_narrow(letter) for letter in words)
    found = list(_FUNCTION.finditer(narrow))
    if len(found) != 1:
        return words
    before, after = words[: found[0].start()].rstrip(), words[found[0].end() :].lstrip()
    between = " " if before.isascii() and after.isascii() else ""
    return f"{before}{between}{after}".strip() or words


def _narrow(letter: str) -> str:
    """The letter in its usual width, if it stays one letter."""
    usual = unicodedata.normalize("NFKC", letter)
    return usual if len(usual) == 1 else letter


def _english(words: str) -> SaidTable | None:
    for pattern in _ENGLISH:
        match = pattern.fullmatch(words)
        verb = verb_in(match["verb"]) if match else None
        if match and verb and not (verb[1].lower().startswith("writ") and _PEOPLE.match(match["name"])):
            return SaidTable(match["name"], verb[0])
    return None


def _japanese(words: str) -> SaidTable | None:
    match = _JAPANESE.search(words)
    if match is None or len(re.findall(_NOUN, words)) > 1:
        return None
    is_product = match["noun"] == "DB" and match["name"].isascii()
    is_other = _DONE_BY.search(words[: match.start()]) or _OF_ROOMS.match(words, match.end() - 1)
    verb = verb_in(words[match.end() :])
    if verb is None or is_product or is_other or not _END.fullmatch(verb[2]):
        return None
    fitting = _OF_PAPER if match["noun"] + match["particle"] == "表を" else _FITTING[match["particle"]]
    return SaidTable(match["name"], verb[0]) if verb[0] in fitting else None
