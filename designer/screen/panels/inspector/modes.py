"""How a value is given: fixed, by the path where it is, or by an expression; and from one to another."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal

from designer.screen.panels.inspector import typing
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.shapes import pair_of, takes_expression
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

Mode = Literal["fixed", "path", "expression"]

_SIMPLE = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True)
class Given:
    """How the value of `base` is given: `suffix` is behind its key where it is at a path.

    A `leaf` of a payload is empty text where nothing else is known; a field is taken away.
    """

    base: FieldRef
    suffix: str
    modes: tuple[Mode, ...]
    leaf: bool = False

    @property
    def by_path(self) -> FieldRef:
        """The field that has the path."""
        return self.base.sibling(self.base.key + self.suffix)

    @property
    def mode(self) -> Mode:
        """How it is given now."""
        if self.suffix and self.by_path.exists:
            return "path"
        if "expression" in self.modes and is_expression(self.base.value):
            return "expression"
        return "fixed"

    @property
    def shown(self) -> str:
        """What is typed for it: of an expression what stands between the braces."""
        if self.mode == "path":
            return typing.shown(self.by_path.value, plain=True)
        if self.mode == "expression":
            return str(self.base.value).strip()[2:-2].strip()
        return typing.shown(self.base.value, self.plain) if self.base.exists else ""

    @property
    def plain(self) -> bool:
        """Whether the fixed value is text, whatever it looks like."""
        return self.base.rule.get("type") == "string"

    def take(self, workflow: Workflow, said: str) -> Change:
        """The change that makes it what was typed."""
        held = self.by_path if self.mode == "path" else self.base
        if self.mode == "expression":
            return held.change_to(workflow, expression(said))
        return held.change_to(workflow, typing.read(said, self.plain or self.mode == "path"))

    def switch(self, mode: Mode) -> None:
        """Give it in another way; a fixed value becomes an expression that says the same."""
        old = self.by_path.key if self.mode == "path" else self.base.key
        new = self.by_path.key if mode == "path" else self.base.key
        value = self.first(mode)
        if value is None:
            self.base.sibling(old).remove()
        elif old == new or not self.base.sibling(old).exists:
            self.base.sibling(new).set(value)
        else:
            self.base.parent.update(lambda around: _renamed(around, old, new, value))

    def first(self, mode: Mode) -> Json:
        """The first value in that way; None where there is none."""
        name = self.base.key
        simple = f".{name[0].lower()}{name[1:]}" if _SIMPLE.fullmatch(name) else ""
        if mode == "path":
            return f"${simple}"
        if mode == "expression":
            literal = json.dumps(self.base.value, ensure_ascii=False)
            return expression(literal if self.base.exists else f"$states.input{simple}")
        known = _literal(self.shown) if self.mode == "expression" else None
        return "" if known is None and self.leaf else known


def given(ref: FieldRef) -> Given:
    """How the value of a field with a schema may be given, and is."""
    suffix = pair_of(ref)
    expressions = ref.state.language == "JSONata" and takes_expression(ref)
    return Given(ref, suffix, _modes(bool(suffix), expressions))


def given_leaf(ref: FieldRef) -> Given:
    """The same of a value in a payload; `ref` is where it stands, at a key that may end with `.$`."""
    named = isinstance(ref.path[-1], str)
    paths = named and ref.state.language == "JSONPath"
    base = ref.sibling(ref.key.removesuffix(".$")) if paths else ref
    modes = _modes(paths, ref.state.language == "JSONata")
    return Given(base, ".$" if paths else "", modes, leaf=True)


def is_expression(value: Json) -> bool:
    """Whether `value` is an expression in JSONata."""
    return isinstance(value, str) and value.startswith("{%") and value.rstrip().endswith("%}")


def expression(said: str) -> str:
    """What was typed, with or without its braces, as an expression."""
    text = said.strip()
    return text if is_expression(text) else "{% " + text + " %}"


def _modes(paths: bool, expressions: bool) -> tuple[Mode, ...]:
    more: list[Mode] = ["path"] if paths else []
    return ("fixed", *more, *(("expression",) if expressions else ()))


def _renamed(around: Json, old: str, new: str, value: Json) -> Json:
    fields = around if isinstance(around, dict) else {}
    return {new if key == old else key: value if key == old else item for key, item in fields.items()}


def _literal(said: str) -> Json:
    """The value that an expression spells out; None where it has to be worked out."""
    try:
        value: Json = json.loads(said)
    except ValueError:
        return None
    return value
