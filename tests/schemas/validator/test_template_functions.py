"""Functions of a template at any place of a definition: what they may put there is present and reachable.

`template_functions/` has one right definition for each place and function.
"""

import json
import time
from pathlib import Path

import pytest

from schemas.asl.graph import graph
from schemas.asl.variants import drawn, variants_of
from schemas.document.document import Document
from schemas.document.template import Template
from schemas.validator.incremental import ValidationCache
from schemas.validator.validate import validate

FOLDER = Path(__file__).with_name("template_functions")
RIGHT = {file.stem: file.read_text() for file in sorted(FOLDER.iterdir())}
WRONG = [
    ("next", "[Fast, B, C]", "[Fast, B, !If [G, C, Lost]]", {"missing-target": "Lost]]}"}),
    ("next-in-the-long-form", "[Fast, B, C]", "[Fast, B, !If [G, Lost, C]]", {"missing-target": "Lost, C]"}),
    ("next-by-a-list", "[B, C]", "[B, C, Lost]", {"missing-target": "Lost]]}"}),
    ("next", "[Fast, B, C]", "[Fast, B, B]", {"unreachable-state": "C: {"}),
    ("start", "B, C]", "B, Lost]", {"missing-start": "Lost]", "unreachable-state": "C: {"}),
    ("one-of-two-rules", "Next: C", "Next: Lost", {"missing-target": "Lost}", "unreachable-state": "C: {"}),
    ("a-state", "{Type: Pass, Next: C}", "{Type: Psas, Next: C}", {"not-one-of": "Psas"}),
    ("a-number", "[F, 1", "[F, -1", {"too-small": "-1, !Ref"}),
    ("a-loop", "Next: Done", "Next: Lost", {"missing-target": "Lost}", "unreachable-state": "Done: {"}),
    ("a-loop-over-a-parameter", "Next: 'Done${X}'", "Next: Lost", {"missing-target": "Lost}"}),
    ("next", "C]}", "C], End: !If [Fast, true, !Ref AWS::NoValue]}", {"next-and-end": "true,"}),
]


def excerpts(definition):
    """The definition inside a template, in YAML and in JSON."""
    template = Template("Definition:\n" + "".join(f"  {line}\n" for line in definition.splitlines()), "yaml")
    assert template.problem is None
    in_json = Template(json.dumps(template.value, indent=1), "json")
    return [template.excerpt(("Definition",)), in_json.excerpt(("Definition",))]


def problems(document):
    return [found for found in validate(document) if found.severity != "hint" and found.code != "no-timeout"]


@pytest.mark.parametrize("name", RIGHT)
def test_what_a_function_may_put_in_is_present_and_reachable(name):
    for excerpt in excerpts(RIGHT[name]):
        assert problems(excerpt) == []


@pytest.mark.parametrize(("name", "old", "new", "expected"), WRONG)
def test_an_error_in_what_a_function_puts_in_is_told_at_its_place(name, old, new, expected):
    assert old in RIGHT[name]
    in_yaml, in_json = excerpts(RIGHT[name].replace(old, new))
    found = problems(in_yaml)
    assert {each.code for each in found} == expected.keys()
    for each in found:
        line = in_yaml.text.splitlines()[each.line - 1]
        assert line[each.column - 1 :].startswith(expected[each.code])
    assert [(each.code, each.path) for each in problems(in_json)] == [
        (each.code, each.path) for each in found
    ]


def test_conditions_are_the_same_everywhere_in_one_variant():
    first, second = {"Fn::If": ["F", 1, 2]}, {"Fn::If": ["G", 3, 4]}
    variants = variants_of({"a": first, "b": [first, second]})
    values = [variant.value for variant in variants.variants]
    assert sorted(values, key=str) == [{"a": n, "b": [n, m]} for n in (1, 2) for m in (3, 4)]


def test_a_definition_without_functions_that_choose_has_no_variants():
    state = {"Resource": {"Fn::GetAtt": ["F", "Arn"]}, "Next": {"Fn::If": ["F", "B", "C"]}}
    assert variants_of({"States": {"A": state}}) is None


def test_with_many_conditions_each_branch_is_checked_in_a_few_variants():
    wait = "  W{0}: {{Type: Wait, Seconds: !If [C{0}, 1, {1}], Next: !If [D{0}, W{2}, End]}}"
    lines = [wait.format(number, -1 if number == 7 else 2, (number + 1) % 30) for number in range(30)]
    definition = "\n".join(["StartAt: W0", "States:", *lines, "  End: {Type: Succeed}"])
    excerpt, _ = excerpts(definition)
    assert len(variants_of(excerpt.value).variants) <= 16
    assert [(each.code, each.path[1]) for each in problems(excerpt)] == [("too-small", "W7")]


def test_a_loop_of_loops_is_not_carried_out_without_bound():
    items = [str(number) for number in range(100)]
    body = {"S${A}${B}${C}": {"Type": "Succeed"}}
    for name in "CBA":
        body = {f"Fn::ForEach::{name}": [name, items, body]}
    begun = time.process_time()
    validate(Document.parse(json.dumps({"StartAt": "S1", "States": body})))
    assert time.process_time() - begun < 20


def test_fixes_are_offered_where_they_mean_the_same_in_the_template():
    excerpt, _ = excerpts(RIGHT["one-of-two-rules"].replace("StartAt: A", "StartAt: a"))
    (found,) = problems(excerpt)
    assert problems(excerpt.apply(*found.fix.edits).document) == []


def test_a_cache_gives_the_same_findings():
    cache = ValidationCache()
    for definition in RIGHT.values():
        for excerpt in excerpts(definition):
            assert validate(excerpt, cache=cache) == validate(excerpt)


@pytest.mark.parametrize(
    ("name", "edges"),
    [
        ("next", {("A", "B"), ("A", "C")}),
        ("start", {("", "B"), ("", "C")}),
        ("a-catchers-target", {("A", "B"), ("A", "C")}),
        ("one-of-two-rules", {("A", "B"), ("A", "C")}),
        ("choices", {("A", "B"), ("A", "C")}),
        ("a-catcher", {("A", "B"), ("A", "C")}),
        ("a-state-that-may-be-missing", {("A", "B")}),
        ("states", {("A", "B")}),
        ("a-loop-in-a-loop", {("", "A1")}),
    ],
)
def test_every_way_is_drawn(name, edges):
    excerpt, _ = excerpts(RIGHT[name])
    found = graph(drawn(excerpt.value)).edges
    assert {(getattr(edge.source, "name", ""), edge.name) for edge in found if edge.target} >= edges


def test_a_large_definition_has_fewer_variants():
    waits = {
        f"W{number}": {"Type": "Wait", "Seconds": {"Fn::If": [f"C{number % 4}", 1, 2]}}
        for number in range(20_000)
    }
    found = variants_of({"StartAt": "W0", "States": waits})
    assert len(found.variants) < 8 and not found.complete
