"""The source of a value: fixed, read from a path, or computed by an expression."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal

from designer.screen.panels.inspector import value_text
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.value_kinds import path_suffix, takes_expression
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.workflow import Change, Workflow

Mode = Literal["fixed", "path", "expression"]

_IDENTIFIER = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True)
class ValueSource:
    """The source of the value of `base`; `suffix` is added to its key where the value is read from a path.

    A `leaf` of a payload becomes an empty string where no fixed value can be derived; a field is removed.
    """

    base: FieldRef
    suffix: str
    modes: tuple[Mode, ...]
    leaf: bool = False

    @property
    def path_ref(self) -> FieldRef:
        """The field that holds the path."""
        return self.base.sibling(self.base.key + self.suffix)

    @property
    def mode(self) -> Mode:
        """The mode that is in use."""
        if self.suffix and self.path_ref.exists:
            return "path"
        if "expression" in self.modes and is_expression(self.base.value):
            return "expression"
        return "fixed"

    @property
    def text(self) -> str:
        """The value as text to edit; an expression without its `{% %}`."""
        if self.mode == "path":
            return value_text.to_text(self.path_ref.value, plain=True)
        if self.mode == "expression":
            return str(self.base.value).strip()[2:-2].strip()
        return value_text.to_text(self.base.value, self.plain) if self.base.exists else ""

    @property
    def plain(self) -> bool:
        """True if the fixed value is always a string, even if it looks like JSON."""
        return bool(self.base.schema.get("type") == "string")

    def ref_for(self, mode: Mode) -> FieldRef:
        """The field that holds the value in that mode."""
        return self.path_ref if mode == "path" else self.base

    def change_from_text(self, workflow: Workflow, text: str) -> Change:
        """The change that sets the value to what was typed, in the mode that is in use."""
        ref = self.ref_for(self.mode)
        if self.mode == "expression":
            return ref.change_to(workflow, expression(text))
        plain = self.plain or self.mode == "path"
        schema = {} if self.mode == "path" else ref.schema
        return ref.change_to(workflow, value_text.from_text(text, plain, schema, ref.value))

    def switch(self, mode: Mode) -> None:
        """Change the mode; a fixed value becomes an expression of the same value."""
        old, new = self.ref_for(self.mode).key, self.ref_for(mode).key
        value = self.initial_value(mode)
        if value is None:
            self.base.sibling(old).remove()
        elif old == new or not self.base.sibling(old).exists:
            self.base.sibling(new).set(value)
        else:
            self.base.parent.update(lambda fields: _renamed(fields, old, new, value))

    def initial_value(self, mode: Mode) -> Json:
        """The value to begin with in that mode; None where there is none."""
        name = self.base.key
        step = f".{name[0].lower()}{name[1:]}" if _IDENTIFIER.fullmatch(name) else ""
        if mode == "path":
            return f"${step}"
        if mode == "expression":
            literal = write_json(self.base.value).strip()
            return expression(literal if self.base.exists else f"$states.input{step}")
        value = _literal(self.text) if self.mode == "expression" else None
        return "" if value is None and self.leaf else value


def field_source(ref: FieldRef) -> ValueSource:
    """The source of the value of a field that has a schema."""
    suffix = path_suffix(ref)
    expressions = ref.state.language == "JSONata" and takes_expression(ref)
    return ValueSource(ref, suffix, _modes(bool(suffix), expressions))


def leaf_source(ref: FieldRef) -> ValueSource:
    """The source of a value in a payload; the key of `ref` may end with `.$`."""
    has_key = isinstance(ref.path[-1], str)
    paths = has_key and ref.state.language == "JSONPath"
    base = ref.sibling(ref.key.removesuffix(".$")) if paths else ref
    modes = _modes(paths, ref.state.language == "JSONata")
    return ValueSource(base, ".$" if paths else "", modes, leaf=True)


def is_expression(value: Json) -> bool:
    """True if `value` is a JSONata expression in `{% %}`."""
    return isinstance(value, str) and value.startswith("{%") and value.rstrip().endswith("%}")


def expression(typed: str) -> str:
    """The typed text as an expression in `{% %}`, which may have been typed along."""
    text = typed.strip()
    return text if is_expression(text) else "{% " + text + " %}"


def _modes(paths: bool, expressions: bool) -> tuple[Mode, ...]:
    more: list[Mode] = ["path"] if paths else []
    return ("fixed", *more, *(("expression",) if expressions else ()))


def _renamed(object: Json, old: str, new: str, value: Json) -> Json:
    """The object with the key `new` and its value in the place of the key `old`."""
    fields = object if isinstance(object, dict) else {}
    return {new if key == old else key: value if key == old else item for key, item in fields.items()}


def _literal(expression: str) -> Json:
    """The value of an expression that is a literal; None where it has to be evaluated."""
    try:
        value: Json = json.loads(expression)
    except ValueError:
        return None
    return value
