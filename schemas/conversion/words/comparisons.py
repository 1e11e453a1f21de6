"""Comparisons in words: "total ≥ 100,000", "合計が10万円以上", as JSONata reads them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from schemas.conversion.words.glossary import field_of

_OPERATORS = {
    ">=": ">=",
    "≥": ">=",
    "≧": ">=",
    "=>": ">=",
    "<=": "<=",
    "≤": "<=",
    "≦": "<=",
    "=<": "<=",
    "!=": "!=",
    "<>": "!=",
    "≠": "!=",
    "==": "=",
    "=": "=",
    ">": ">",
    "<": "<",
}
_AFTER = {
    "以上": ">=",
    "以下": "<=",
    "未満": "<",
    "を超": ">",
    "を上回": ">",
    "を下回": "<",
    "超": ">",
    "より大": ">",
    "より多": ">",
    "より小": "<",
    "より少": "<",
}
_IN_WORDS = {
    "at least": ">=",
    "at most": "<=",
    "more than": ">",
    "less than": "<",
    "over": ">",
    "under": "<",
    "above": ">",
    "below": "<",
    "is": "=",
    "equals": "=",
}
_MANY = {"": 1, "千": 1_000, "万": 10_000, "億": 100_000_000, "k": 1_000, "K": 1_000}
_NUMBER = r"(?P<number>\d[\d,]{0,15}(?:\.\d{1,6})?)\s*(?P<many>[千万億kK]?)"
_UNIT = r"\s*(?:円|個|件|点|名|人|回|%|yen|JPY|items?|pieces?)?"
_NAME = r"(?P<name>[^\d\s<>=≥≤≧≦≠!][^<>=≥≤≧≦≠!]{0,38}?)"
_SYMBOLS = "|".join(map(re.escape, sorted(_OPERATORS, key=len, reverse=True)))
_PHRASES = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
_BY_SYMBOL = re.compile(rf"\s*{_NAME}\s*(?P<operator>{_SYMBOLS})\s*[¥$]?\s*{_NUMBER}{_UNIT}\s*")
_BY_PHRASE = re.compile(
    rf"\s*{_NAME}\s+(?:is\s+)?(?P<operator>{_PHRASES})\s+[¥$]?{_NUMBER}{_UNIT}\s*", re.IGNORECASE
)
_BY_SUFFIX = re.compile(
    rf"\s*(?:(?P<name>[^\d\s]{{1,38}}?)(?:が|は|も|の)?\s*)?{_NUMBER}{_UNIT}\s*(?P<operator>{'|'.join(_AFTER)})\S{{0,3}}\s*"
)
_BY_ZERO = re.compile(rf"\s*(?P<name>[^\d\s]{{1,38}}?)(?:が|は)\s*{_NUMBER}{_UNIT}\s*")
_SIMPLE_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)
_YES = re.compile(r"\s*(?:はい|ええ|そう|yes|y|true)\s*", re.IGNORECASE)
_ASKING = re.compile(r"\A\s*(?:is|are|does|do)\s+(?:the\s+)?", re.IGNORECASE)
_QUESTION = re.compile(r"[?？。.!！\s]+\Z")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field of the input that is compared with a number."""

    field: str
    operator: str
    number: str

    @property
    def condition(self) -> str:
        """The comparison as the Condition of a rule."""
        return f"{{% {input_path(self.field)} {self.operator} {self.number} %}}"


def comparison_in(label: str, subject: str = "") -> Comparison | None:
    """The comparison that an arrow's words are; None if they are none that can be read for certain.

    `subject` are the words of the decision: they name the field where the arrow names a number alone, and are
    the comparison where the arrow says yes.
    """
    plain = _QUESTION.sub("", unicodedata.normalize("NFKC", label))
    asked = _ASKING.sub("", _QUESTION.sub("", unicodedata.normalize("NFKC", subject)))
    if _YES.fullmatch(plain):
        plain, asked = f"{asked[:1].lower()}{asked[1:]}", ""
    for pattern, operators in (
        (_BY_SYMBOL, _OPERATORS),
        (_BY_SUFFIX, _AFTER),
        (_BY_PHRASE, _IN_WORDS),
        (_BY_ZERO, {}),
    ):
        match = pattern.fullmatch(plain)
        if match:
            operator = operators[match["operator"].lower()] if operators else "="
            field = _field(match["name"] or asked)
            return Comparison(field, operator, _number(match)) if field else None
    return None


def input_path(field: str) -> str:
    """The JSONata path of a field of the state's input; a name with other letters stands in backticks."""
    if _SIMPLE_NAME.fullmatch(field):
        return f"$states.input.{field}"
    return f"$states.input.`{field.replace('`', '')}`"


def _field(name: str) -> str:
    """The name of a field, for a name of one word; empty for more words than a name has."""
    plain = re.sub(r"(?:が|は|の)\Z", "", name.strip())
    field = field_of(plain)
    if plain.isascii():
        return field if _SIMPLE_NAME.fullmatch(field) and len(plain.split()) <= 2 else ""
    return field if len(plain) <= 10 and not re.search(r"[\s、。「」をにで`]", plain) else ""


def _number(match: re.Match[str]) -> str:
    number = float(match["number"].replace(",", "")) * _MANY[match["many"]]
    return str(int(number)) if number == int(number) else str(number)
