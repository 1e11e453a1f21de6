"""The words of the screen: both languages have the same keys, and every key in use has words."""

import ast
import json
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from designer.base.words import word, words
from designer.screen.panels.inspector.conditions.comparison import operators
from designer.screen.panels.inspector.conditions.condition import KINDS
from designer.screen.panels.inspector.editors.duration import UNITS
from designer.screen.panels.inspector.fields import fields_of
from designer.screen.panels.inspector.value_kinds import is_path_variant
from designer.screen.panels.inspector.value_source import Mode
from exporters.registry import formats
from schemas.asl.json_schema import schema
from schemas.asl.states import kinds
from schemas.asl.walk import Scope, State

DESIGNER = Path(word.__code__.co_filename).parents[1]
ELSEWHERE = {"Type", "QueryLanguage", "End", "Iterator"}
LANGUAGES = ("ja", "en")
KEY = re.compile(r"[a-z]+(\.[\w:-]+)+")


def literals():
    """Every string in the Python of the screen that a call of `text` or `word` is given, as a pattern."""
    for file in [*DESIGNER.rglob("*.py")]:
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("text", "say", "Refusal"):
                yield from (node for node in call.args[:1] if isinstance(node, ast.Constant | ast.JoinedStr))


def pattern(node):
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w:-]+" for part in parts)


def test_both_languages_have_the_same_keys():
    assert words("ja").keys() == words("en").keys()


def test_keys_stand_in_order_once():
    for language in LANGUAGES:
        text = (DESIGNER / "locales" / f"{language}.json").read_text(encoding="utf-8")
        keys = json.loads(text, object_pairs_hook=lambda pairs: [key for key, _ in pairs])
        assert keys == sorted(set(keys))


def test_both_languages_name_the_same_params():
    def params(language, key):
        return {name for _, name, _, _ in Formatter().parse(words(language)[key]) if name is not None}

    assert [key for key in words("ja") if params("ja", key) != params("en", key)] == []


def test_every_key_that_python_uses_has_words():
    missing = [p for p in map(pattern, literals()) if not any(re.fullmatch(p, key) for key in words("en"))]
    assert missing == []


def field_names(properties):
    """The fields of a schema that have a control of their own, those inside them too."""
    beside = tuple(properties)
    for name, rule in properties.items():
        if not is_path_variant(name, beside):
            yield name
            inside = rule if isinstance(rule, dict) else {}
            yield from field_names(
                {**inside.get("properties", {}), **inside.get("items", {}).get("properties", {})}
            )


@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
def test_every_field_of_every_state_has_a_label_and_a_line_of_help(language):
    scope = Scope((), {}, language, None)
    rules = schema(f"choice-rule.{language.lower()}")["properties"]
    found = {"Condition", "Variable"} & set(rules)
    for kind in kinds():
        fields = fields_of(State("A", (), {"Type": kind}, scope))
        found |= set(field_names({name: field.schema for name, field in fields.items()}))
    for name in found - ELSEWHERE:
        assert f"field.{name}.help" in words("en"), name
        assert words("ja")[f"field.{name}"] != name


def test_every_operator_unit_and_mode_has_words():
    for key in (
        [f"operator.{name}" for name in operators()]
        + [f"condition.{kind}" for kind in KINDS]
        + [f"unit.{unit}" for unit in UNITS]
        + [f"duration.{unit}" for unit in UNITS]
        + [f"mode.{mode}" for mode in get_args(Mode)]
    ):
        assert key in words("en"), key


def test_every_type_format_and_edge_kind_has_words():
    for key in [f"type.{kind}" for kind in kinds()] + [f"format.{name}" for name in formats()]:
        assert key in words("en"), key
    for kind in ("start", "next", "choice", "default", "catch"):
        assert f"arrow.{kind}" in words("en")


def test_words_are_filled():
    assert word("en", "problems.place", line=3, column=7) == "line 3, column 7"
    with pytest.raises(KeyError):
        word("en", "no.such.words")
