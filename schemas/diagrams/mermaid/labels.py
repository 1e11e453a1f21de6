"""Labels of a flowchart: entities, HTML, Markdown and icons become plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.diagrams.html_text import html_text

ENTITY_START, ENTITY_END = "\ue000", "\ue001"
"""Stand for the `#` and `;` of an entity, so that it is no end of a statement."""

_ENTITY = re.compile(r"#(\w+);")
_WRITTEN = re.compile(f"{ENTITY_START}(\\w+){ENTITY_END}")
_ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+\s*")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it is written; `markdown` for one between backticks."""

    written: str = ""
    markdown: bool = False

    @property
    def text(self) -> str:
        """The label as people read it; a break is a line break."""
        source = _WRITTEN.sub(_as_html, self.written)
        if self.markdown:
            source = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", source))
        return html_text(_ICON.sub("", source).replace("\\n", "\n"))


def protect_entities(text: str) -> str:
    """The text with the marks of each entity (`#quot;`, `#9829;`) replaced; its length stays."""
    return _ENTITY.sub(f"{ENTITY_START}\\1{ENTITY_END}", text)


def _as_html(entity: re.Match[str]) -> str:
    name = entity[1]
    return f"&#{name};" if name.isdecimal() else f"&{name};"
