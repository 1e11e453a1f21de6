"""The rules of a Choice as a person reads and changes them."""

import pytest
from inspecting import machine

from designer.screen.panels.inspector.conditions.comparison import operators, with_operator
from designer.screen.panels.inspector.conditions.condition import with_kind

BIG = {"Variable": "$.total", "NumericGreaterThanEquals": 100000, "Next": "B"}
GIFT = {
    "And": [{"Variable": "$.gift", "IsPresent": True}, {"Variable": "$.to", "StringEquals": "x"}],
    "Next": "C",
}


def choice(*rules, language="JSONPath"):
    return machine({"Type": "Choice", "Choices": list(rules), "Default": "C"}, language)


def test_rules_are_read_as_sentences_in_their_order(inspected):
    here = inspected(choice(BIG, GIFT))
    assert here.rows("Choices") == [
        "1.  total ≥ 100,000 → B",
        '2.  gift is present and to \\= "x" → C'.replace("\\=", "="),
    ]


def test_a_value_changes_its_line_and_no_other(inspected):
    text = choice(BIG, GIFT)
    here = inspected(text).unfold("Choices/0")
    here.enter("Choices/0/NumericGreaterThanEquals/fixed", "5000")
    assert here.text == text.replace("100000", "5000")


def test_another_operator_keeps_the_value_where_it_can(inspected):
    here = inspected(choice(BIG)).unfold("Choices/0").enter("Choices/0/operator", "StringEquals")
    assert here.fields["Choices"] == [{"Variable": "$.total", "StringEquals": "100000", "Next": "B"}]


def test_a_value_is_compared_with_one_at_a_path(inspected):
    here = inspected(choice(BIG)).unfold("Choices/0")
    here.enter("Choices/0/NumericGreaterThanEquals/mode", "path")
    here.enter("Choices/0/NumericGreaterThanEquals/path", "$.limit")
    assert here.fields["Choices"][0] == {
        "Variable": "$.total",
        "NumericGreaterThanEqualsPath": "$.limit",
        "Next": "B",
    }


def test_the_target_is_chosen_among_the_states_of_the_scope(inspected):
    text = choice(BIG)
    here = inspected(text).unfold("Choices/0").enter("Choices/0/Next", "C")
    assert here.text == text.replace('"Next": "B"', '"Next": "C"')


def test_a_rule_is_added_last_and_opened(inspected):
    here = inspected(choice(BIG)).press("Choices/add")
    assert here.fields["Choices"] == [BIG, {"Variable": "$.key", "StringEquals": "value"}]
    here.enter("Choices/1/Variable", "$.country").enter("Choices/1/Next", "B")
    assert here.fields["Choices"][1] == {"Variable": "$.country", "StringEquals": "value", "Next": "B"}


def test_the_first_rule_is_added_to_an_empty_choice(inspected):
    here = inspected(choice()).press("Choices/add")
    assert len(here.fields["Choices"]) == 1


def test_a_rule_is_moved_up_and_removed(inspected):
    here = inspected(choice(BIG, GIFT)).unfold("Choices/1").press("Choices/1/up")
    assert here.fields["Choices"] == [GIFT, BIG]
    here.press("Choices/0/remove")
    assert here.fields["Choices"] == [BIG]


def test_a_moved_rule_takes_its_comment_along(inspected):
    text = """StartAt: A
States:
  A:
    Type: Choice
    Choices:
      - Variable: $.a
        IsNull: true
        Next: B
      # large orders
      - Variable: $.total
        NumericGreaterThan: 5   # in yen
        Next: B
  B:
    Type: Succeed
"""
    here = inspected(text).unfold("Choices/1").press("Choices/1/up")
    assert "NumericGreaterThan: 5   # in yen" in here.text
    assert [list(rule)[1] for rule in here.fields["Choices"]] == ["NumericGreaterThan", "IsNull"]


def test_a_nested_condition_is_changed_in_its_place(inspected):
    text = choice(GIFT)
    here = inspected(text).unfold("Choices/0").enter("Choices/0/And/1/StringEquals/fixed", "y")
    assert here.text == text.replace('"StringEquals": "x"', '"StringEquals": "y"')
    here.press("Choices/0/And/0/remove")
    assert here.fields["Choices"][0]["And"] == [{"Variable": "$.to", "StringEquals": "y"}]


def test_a_condition_in_jsonata_is_typed_without_its_braces(inspected):
    text = choice({"Condition": "{% $states.input.total > 5 %}", "Next": "B"}, language="JSONata")
    here = inspected(text).unfold("Choices/0")
    assert here.value("Choices/0/Condition") == "$states.input.total > 5"
    here.enter("Choices/0/Condition", "$states.input.total > 50")
    assert here.text == text.replace("> 5 %}", "> 50 %}")


@pytest.mark.parametrize("operator", operators())
def test_every_operator_has_words_and_takes_a_value_of_its_type(inspected, operator):
    rule = with_operator({"Variable": "$.x", "StringEquals": "12", "Next": "B"}, operator)
    here = inspected(choice(rule)).unfold("Choices/0")
    assert here.value("Choices/0/operator") == operator
    assert not [
        finding
        for finding in here.session.analysis.diagnostics
        if finding.path[:3] == ("States", "A", "Choices")
    ]


def test_conditions_are_combined_and_taken_apart():
    one = {"Comment": "c", "Variable": "$.a", "IsNull": True, "Next": "B"}
    several = with_kind(one, "And")
    assert several == {"Comment": "c", "And": [{"Variable": "$.a", "IsNull": True}], "Next": "B"}
    assert with_kind(several, "Or") == {"Comment": "c", "Or": several["And"], "Next": "B"}
    assert with_kind(several, "One") == one
    assert with_kind(one, "Not")["Not"] == {"Variable": "$.a", "IsNull": True}
    assert with_kind(with_kind(one, "Not"), "One") == one


@pytest.mark.parametrize(
    "rules", [12, None, [12, None, []], [{}], [{"And": 5}], [{"Not": [1]}], [{"And": [3], "Next": 7}]]
)
def test_rules_that_are_none_are_shown_without_an_error(inspected, rules):
    text = machine({"Type": "Choice", "Choices": rules})
    inspected(text).unfold("Choices/0", "Choices/1")
