"""A JSONata expression is nested too deeply to be checked; open brackets are told all the same."""

from __future__ import annotations

import pytest
from rule_cases import Flag, alone, flags, passes, state

from schemas import validate
from schemas.document.document import Document
from schemas.document.json.writer import write_json


def output(expression):
    return alone(state("Pass", Output=f"{{% {expression} %}}"), QueryLanguage="JSONata")


def deep(opening, inside, closing, times=5_000):
    return opening * times + inside + closing * times


FLAGS = {
    "brackets": Flag(output(deep("(", "1", ")")), "/States/A/Output", {"limit": "100"}),
    "arrays": Flag(output(deep("[", "1", "]")), "/States/A/Output"),
    "objects": Flag(output(deep("{'a': ", "1", "}")), "/States/A/Output"),
    "predicates": Flag(output(deep("a[", "1", "]")), "/States/A/Output"),
    "calls": Flag(output(deep("$sum(", "1", ")")), "/States/A/Output"),
    "functions": Flag(output(deep("function($x){", "$x", "}")), "/States/A/Output"),
    "signs": Flag(output("-" * 5_000 + "1"), "/States/A/Output"),
    "conditions": Flag(output("true ? 1 : " * 5_000 + "2"), "/States/A/Output"),
    "assignments": Flag(output("$a := " * 5_000 + "2"), "/States/A/Output"),
    "a bracket in a text at the bottom": Flag(output(deep("(", "')'", ")")), "/States/A/Output"),
    "a bracket in a regular expression": Flag(output(deep("(", "$match(a, /[)]/)", ")")), "/States/A/Output"),
    "a comment": Flag(output(deep("(", "/* ) */ 1", ")")), "/States/A/Output"),
}

PASSES = {
    "fifty brackets": output(deep("(", "1", ")", 50)),
    "a long sum": output("1 + " * 5_000 + "1"),
    "a long path": output("$states.input" + ".a" * 5_000),
    "a long row of expressions": output("(" + "1;" * 5_000 + "2)"),
}

test_flags = flags("jsonata-too-deep", FLAGS)
test_passes = passes("jsonata-too-deep", PASSES)


OPEN = ["(" * 5_000, "[" * 5_000, "{'a':" * 5_000, "$f(" * 5_000, "a[" * 5_000]
CROSSED = [deep("(", "1", "]"), deep("[", "1", "]") + "]"]


@pytest.mark.parametrize("expression", [*OPEN, *CROSSED])
def test_open_brackets_are_told_however_deep(expression):
    definition = write_json(output(expression))
    found = {diagnostic.code: diagnostic for diagnostic in validate(Document.parse(definition, "json"))}
    assert found["bad-jsonata"].severity == "error"
    assert "jsonata-too-deep" not in found
