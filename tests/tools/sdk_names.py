"""Names of actions and parameters, as Step Functions spells them."""

from __future__ import annotations

import re
from typing import Any

JAVA_WORDS = frozenset(
    {"boolean", "class", "default", "double", "else", "enum", "equals", "float", "for", "if", "import", "int"}
    | {"interface", "long", "new", "null", "package", "private", "public", "return", "static", "switch"}
    | {"this"}
)
"""Words that no member can be called in Java, so that Step Functions knows them as `<Word>Value`."""


def member(name: str) -> str:
    return spelt(f"{name}Value" if name.lower() in JAVA_WORDS else name, str.upper)


def spelt(name: str, first: Any) -> str:
    """As the Java SDK spells it: of capitals in a row all but the last are small, and the first as asked."""
    run = re.match(r"[A-Z]+(?![a-z])|[A-Z]", name)
    small = run.group().lower() + name[run.end() :] if run else name
    return first(small[0]) + small[1:]
