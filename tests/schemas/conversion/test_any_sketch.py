"""Any sketch becomes a workflow that the validator accepts, and keeps its paths."""

from __future__ import annotations

import json

from budget import examples
from drawn import sketches
from hypothesis import given
from sketch_paths import missing_ways

from schemas import Document, validate
from schemas.conversion.convert import convert
from schemas.conversion.rendering import definition_of

FLOWING = ("screen", "step", "decision", "person", "succeeded", "failed", "external")


def errors(conversion):
    text = json.dumps(definition_of(conversion.draft), ensure_ascii=False)
    return [found for found in validate(Document.parse(text, "json")) if found.severity == "error"]


@examples(60, 4000)
@given(sketches())
def test_any_sketch_converts_to_valid_asl_or_says_that_there_is_nothing(sketch):
    conversion = convert(sketch)
    if not conversion.draft.states:
        assert any(remark.code == "convert-nothing" for remark in conversion.remarks)
        return
    assert errors(conversion) == []
    for remark in conversion.remarks:
        assert remark.message("ja")
        assert remark.message("en")
        assert remark.state in ("", *conversion.draft.states)
        assert remark.card in ("", *sketch.cards)


@examples(80, 4000)
@given(sketches(kinds=FLOWING))
def test_every_path_of_a_sketch_is_a_path_of_the_workflow(sketch):
    assert missing_ways(sketch, convert(sketch)) == []


@examples(25, 1000)
@given(sketches(most_cards=25, kinds=("step", "step", "decision", "succeeded")))
def test_forks_in_larger_sketches_keep_every_path(sketch):
    conversion = convert(sketch)
    assert missing_ways(sketch, conversion) == []
    assert not conversion.draft.states or errors(conversion) == []


@examples(15, 300)
@given(sketches())
def test_the_same_sketch_gives_the_same_workflow(sketch):
    assert convert(sketch) == convert(sketch)
