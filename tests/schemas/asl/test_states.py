from __future__ import annotations

import json

import pytest

from schemas import Document, validate
from schemas.asl.states import kinds, new_state, transition_kinds
from schemas.sidecar.workflow import new_workflow

CONTAINERS = ["Map", "Parallel"]
ENDS = ["Task", "Pass", "Wait", "Succeed", "Fail"]


def test_the_language_has_eight_types():
    assert set(kinds()) == {"Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"}
    assert sorted(name for name, kind in kinds().items() if kind.container) == CONTAINERS


@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
@pytest.mark.parametrize(
    "template", ["Task", "Pass", "Wait", "Succeed", "Fail", "dynamodb:getItem", "sns:publish"]
)
def test_a_new_state_is_valid_alone(template, language):
    fields = new_state(template, language)
    assert _problems({"QueryLanguage": language, "StartAt": "A", "States": {"A": fields}}) == []


@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
@pytest.mark.parametrize("template", ["Choice", *CONTAINERS])
def test_what_is_still_to_be_filled_in_is_all_that_is_wrong(template, language):
    fields = new_state(template, language)
    codes = _problems({"QueryLanguage": language, "StartAt": "A", "States": {"A": fields}})
    assert set(codes) == ({"empty", "missing-end"} if template == "Choice" else {"empty"})


def test_what_a_new_workflow_lacks_is_states():
    document = new_workflow("flow").document
    assert [diagnostic.pointer for diagnostic in validate(document)] == ["/States"]


def test_an_unknown_type_may_be_left_in_every_way():
    assert transition_kinds("Loop") == ("next", "choice", "default", "catch")


@pytest.mark.parametrize("template", ["", "Loop", "x", "s3:get object", 'a:b"', "A:b", "a:b\n"])
def test_no_template_of_that_name(template):
    assert new_state(template, "JSONata") is None


def test_new_states_share_nothing():
    one, other = (new_state("dynamodb:getItem", "JSONata") for _ in range(2))
    assert one is not None and other is not None
    one["Arguments"]["Key"].clear()
    assert other["Arguments"]["Key"]


def _problems(definition):
    found = validate(Document.parse(json.dumps(definition), "json"))
    return [diagnostic.code for diagnostic in found if diagnostic.severity != "hint"]
