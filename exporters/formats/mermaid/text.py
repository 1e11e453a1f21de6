"""The text of a flowchart in Mermaid: quoted labels in which nothing is markup, and indented statements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from schemas.core.hidden_characters import without_hidden

INDENT = "    "
_MARKUP = re.compile(r"""["#<>&`\\%*_]|(?<=fa):|(?<=fa[bklrs]):|^[-+](?=\s)|^(\d+)\.(?=\s)""")


@dataclass
class FlowText:
    """The lines of a flowchart, one statement a line, indented by the subgraphs that are open."""

    direction: str
    lines: list[str] = field(default_factory=list)
    depth: int = 1

    def add(self, statement: str) -> None:
        """Add a statement."""
        self.lines.append(INDENT * self.depth + statement)

    def begin(self, id: str, title: str) -> None:
        """Begin a subgraph."""
        self.add(f"subgraph {id} [{label(title)}]")
        self.depth += 1

    def end(self) -> None:
        """End the last subgraph that was begun."""
        self.depth -= 1
        self.add("end")

    def __str__(self) -> str:
        return "\n".join([f"flowchart {self.direction}", *self.lines]) + "\n"


def label(*lines: str) -> str:
    """The label with these lines, in quotes; a space where there are no words, for Mermaid wants some."""
    written = "<br/>".join(filter(None, (_escaped(without_hidden(line)) for line in lines)))
    return f'"{written or " "}"'


def node(id: str, shape: tuple[str, str], words: str, kind: str = "") -> str:
    """A node with the brackets of its shape, its quoted label, and a class that names its kind."""
    return f"{id}{shape[0]}{words}{shape[1]}" + (f":::{kind}" if kind else "")


def link(source: str, target: str, words: str = "", is_dotted: bool = False) -> str:
    """An arrow with the words on it."""
    middle = f"|{label(words)}|" if words.strip() else ""
    return f"{source} {'-.->' if is_dotted else '-->'}{middle} {target}"


def _escaped(line: str) -> str:
    return _MARKUP.sub(_entity, line)


def _entity(found: re.Match[str]) -> str:
    """The entity of the last character of a mark; digits of a numbered list stay before it."""
    return f"{found[1] or ''}#{ord(found[0][-1])};"
