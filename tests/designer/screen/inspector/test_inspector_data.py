"""Payloads as a tree of values that are fixed, read from a path, or computed by an expression."""

import pytest
from inspecting import machine

ORDER = {
    "id.$": "$.id",
    "count": 3,
    "tags": ["a", "b"],
    "who": {"name": "x", "mail.$": "$.mail"},
}


def task(language="JSONPath", **fields):
    return machine(
        {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", **fields, "End": True}, language
    )


def test_each_leaf_shows_its_source(inspected):
    here = inspected(task(Parameters=ORDER))
    assert here.value("Parameters/id.$/mode") == "path"
    assert here.value("Parameters/count/mode") == "fixed"
    assert here.value("Parameters/who/mail.$/path") == "$.mail"
    assert here.value("Parameters/tags/1/fixed") == "b"


def test_a_leaf_changes_its_line_and_no_other(inspected):
    text = task(Parameters=ORDER)
    here = inspected(text).enter("Parameters/who/name/fixed", "y")
    assert here.text == text.replace('"name": "x"', '"name": "y"')


def test_a_fixed_leaf_is_taken_from_a_path_and_its_key_says_so(inspected):
    here = inspected(task(Parameters=ORDER)).enter("Parameters/count/mode", "path")
    assert list(here.fields["Parameters"].items())[1] == ("count.$", "$.count")
    here.enter("Parameters/count.$/path", "$.lines.count")
    assert here.fields["Parameters"]["count.$"] == "$.lines.count"
    here.enter("Parameters/count.$/mode", "fixed")
    assert here.fields["Parameters"]["count"] == ""


def test_a_fixed_leaf_becomes_an_expression_that_says_the_same(inspected):
    here = inspected(task("JSONata", Arguments={"count": 3})).enter("Arguments/count/mode", "expression")
    assert here.fields["Arguments"] == {"count": "{% 3 %}"}
    here.enter("Arguments/count/expression", "$count($lines)")
    assert here.fields["Arguments"] == {"count": "{% $count($lines) %}"}
    here.enter("Arguments/count/expression", "4").enter("Arguments/count/mode", "fixed")
    assert here.fields["Arguments"] == {"count": 4}


def test_a_leaf_is_added_named_and_filled(inspected):
    here = inspected(task(Parameters=ORDER)).press("Parameters/who/add")
    here.enter("Parameters/who/key1/name", "age").enter("Parameters/who/age/fixed", "40")
    assert here.fields["Parameters"]["who"] == {"name": "x", "mail.$": "$.mail", "age": 40}


def test_renaming_changes_the_name_and_nothing_else(inspected):
    text = task(Parameters=ORDER)
    here = inspected(text).unfold("Parameters/id.$/more").enter("Parameters/id.$/name", "order")
    assert here.text == text.replace('"id.$"', '"order.$"')


def test_a_leaf_is_removed(inspected):
    here = (
        inspected(task(Parameters=ORDER)).unfold("Parameters/tags/0/more").press("Parameters/tags/0/remove")
    )
    assert here.fields["Parameters"]["tags"] == ["b"]


def test_data_begins_as_values_an_expression_or_text(inspected):
    here = inspected(task("JSONata")).press("Arguments/add")
    assert here.fields["Arguments"] == {"key1": ""}
    here.press("Output/expression")
    assert here.fields["Output"] == "{% $states.input %}"
    here.press("Assign/view").enter("Assign", '{"a": 1}')
    assert here.fields["Assign"] == {"a": 1}


def test_text_and_tree_show_the_same(inspected):
    here = inspected(task(Parameters=ORDER)).press("Parameters/view")
    here.enter("Parameters", '{"only": true}').press("Parameters/view")
    assert here.value("Parameters/only/fixed") == "true"


def test_a_payload_too_large_for_a_tree_is_shown_as_text(inspected):
    here = inspected(task(Parameters={f"k{number}": number for number in range(100)}))
    assert "k99" in here.value("Parameters")


@pytest.mark.parametrize(
    "data",
    [
        {"a": {"b": 1}, "a/b": 2, "a~1b": 3},
        {"x": 1, "x.$": "$.x"},
        {"": 1, ".$": 2},
        {"add": {"more": 1}, "more": {"add": 1}, "mode": 2, "fixed": {"fixed": 1}},
        {"**b**": "<b>", "[x](y)": "$m$"},
        {"a.$": {"b": 1}, "c.$": None},
        [[], [[{}]], None, True],
        "text",
        12,
        None,
    ],
)
def test_hostile_data_is_shown_without_an_error(inspected, data):
    inspected(task(Parameters=data))
    inspected(task("JSONata", Arguments=data, Assign=data))
