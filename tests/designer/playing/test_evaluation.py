"""Fields with the data of a visit: their values, and what is really there."""

from checkout import GRAPH, finish, play

from designer.playing.evaluation import Evaluated
from designer.playing.play import Beginning, Play
from designer.playing.visit_data import data_of
from schemas.asl.graph import graph


def checkout_data(name):
    run = play()
    run.play()
    finish(run)
    visit = next(visit for visit in run.visits if visit.name == name)
    return data_of(run, visit, next(state for state in GRAPH.states if state.name == name))


def json_path_data(fields, input, mocks=()):
    definition = {"StartAt": "A", "States": {"A": fields, "B": {"Type": "Succeed"}}}
    run = Play("", definition, Beginning(input, dict(mocks)), "STANDARD")
    run.play()
    finish(run)
    return data_of(run, run.visits[0], graph(definition).states[0])


def test_every_field_of_the_checkout_with_an_expression_has_its_value():
    run = play()
    run.play()
    finish(run)
    for state in GRAPH.states:
        visit = next((visit for visit in run.visits if visit.name == state.name), None)
        if visit is None or visit.kind in ("Parallel", "Map"):
            continue
        data = data_of(run, visit, state)
        found = {name: data.of(name, value) for name, value in state.fields.items() if name != "Catch"}
        assert not [each for each in found.values() if each is not None and each.problem], state.name


def test_what_was_sent_is_what_the_field_gives():
    data = checkout_data("決済")
    arguments = data.of("Arguments", data.state.fields["Arguments"])
    assert arguments.value["Payload"]["amount"] == 5550
    assert data.of("Resource", data.state.fields["Resource"]) is None
    assert data.of("Assign", data.state.fields["Assign"]) is None


def test_each_rule_of_a_choice_tells_if_it_holds():
    data = checkout_data("すべて確保できたか")
    assert [each.value for each in data.rules(data.state.fields["Choices"])] == [True, False]


def test_an_expression_that_finds_nothing_says_so():
    data = checkout_data("決済")
    assert "amout" in data.of("Arguments", {"a": "{% $states.input.amout %}"}).problem


def test_json_path_fields_read_what_they_read_in_the_service():
    call = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "B"}
    fields = {
        **call,
        "InputPath": "$.order",
        "Parameters": {"FunctionName": "f", "Payload": {"id.$": "$.id"}},
        "ResultSelector": {"paid.$": "$.Payload.ok"},
        "ResultPath": "$.result",
        "OutputPath": "$.result.Payload",
    }
    data = json_path_data(fields, {"order": {"id": 7}}, {"A": {"result": {"Payload": {"ok": True}}}})
    value = {name: data.of(name, fields[name]) for name in fields}
    assert value["InputPath"] == Evaluated({"id": 7})
    assert value["Parameters"] == Evaluated({"FunctionName": "f", "Payload": {"id": 7}})
    assert value["ResultSelector"] == Evaluated({"paid": True})
    assert value["ResultPath"] is None
    assert data.of("Parameters", {"a.$": "$.gone"}).problem


def test_json_path_rules_hold_or_tell_what_is_missing():
    rules = [
        {"Variable": "$.size", "NumericGreaterThan": 3, "Next": "B"},
        {"Variable": "$.size", "NumericGreaterThan": 1, "Next": "B"},
        {"Variable": "$.gone", "StringEquals": "x", "Next": "B"},
    ]
    data = json_path_data({"Type": "Choice", "Choices": rules[:2]}, {"size": 2})
    found = data.rules(rules)
    assert [each.value for each in found[:2]] == [False, True]
    assert "$.gone" in found[2].problem


EACH = {
    "QueryLanguage": "JSONata",
    "StartAt": "Keep",
    "States": {
        "Keep": {"Type": "Pass", "Output": {"lines": "{% $states.input.cart.lines %}"}, "Next": "Each"},
        "Each": {
            "Type": "Map",
            "Items": "{% $states.input.lines %}",
            "ItemSelector": {"sku": "{% $states.context.Map.Item.Value.sku %}"},
            "ItemProcessor": {
                "StartAt": "Ship",
                "States": {
                    "Ship": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::lambda:invoke",
                        "Arguments": {
                            "FunctionName": "f",
                            "Payload": "{% $states.context.Map.Item.Value.count %}",
                        },
                        "Catch": [
                            {"ErrorEquals": ["Other"], "Next": "Tell"},
                            {
                                "ErrorEquals": ["Broken"],
                                "Output": "{% $states.errorOutput.Cause %}",
                                "Next": "Tell",
                            },
                        ],
                        "Next": "Tell",
                    },
                    "Tell": {"Type": "Pass", "End": True},
                },
            },
            "Output": {"all": "{% $states.result %}", "paid": "{% $states.input.cart.total %}"},
            "End": True,
        },
    },
}
CART = {"cart": {"total": 9, "lines": [{"sku": "a", "count": 1}, {"sku": "b", "count": 2}]}}


def each_data(name, visit=0, mocks=()):
    run = Play("", EACH, Beginning(CART, dict(mocks)), "STANDARD")
    run.play()
    finish(run)
    found = [each for each in run.visits if each.name == name][visit]
    return data_of(run, found, next(state for state in graph(EACH).states if state.name == name))


def test_states_inside_of_a_map_have_the_item_of_their_visit():
    for visit in (0, 1):
        data = each_data("Ship", visit)
        assert data.of("Arguments", data.state.fields["Arguments"]).value["Payload"] == visit + 1
        assert data.context["Map"]["Item"]["Value"]["sku"] == "ab"[visit]


def test_a_map_has_its_first_item_and_the_results_of_all():
    shown = each_data("Each", mocks={"Ship": {"result": {"ok": True}}})
    assert shown.of("ItemSelector", shown.state.fields["ItemSelector"]) == Evaluated({"sku": "a"})
    assert shown.of("Output", "{% $count($states.result) %}") == Evaluated(2)


def test_the_catcher_that_caught_has_the_error_and_no_other():
    data = each_data("Ship", mocks={"Ship": {"error": "Broken", "cause": "no stock"}})
    output = data.state.fields["Catch"][1]["Output"]
    assert data.of("Output", output, ("Catch", 1)) == Evaluated("no stock")
    assert data.of("Output", output, ("Catch", 0)) is None
    assert data.of("Output", output) is None


def test_a_catcher_of_json_path_puts_the_error_where_it_says():
    fields = {
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "f"},
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.problem", "Next": "B"}],
        "Next": "B",
    }
    data = json_path_data(fields, {"id": 7}, {"A": {"error": "Broken", "cause": "no stock"}})
    problem = {"Error": "Broken", "Cause": "no stock"}
    assert data.of("ResultPath", "$.problem", ("Catch", 0)) == Evaluated({"id": 7, "problem": problem})
    assigned = data.of("Assign", {"why.$": "$.Cause"}, ("Catch", 0))
    assert assigned == Evaluated({"why": "no stock"})


def test_a_field_that_is_gone_is_told_with_the_state_that_lost_it():
    lost = each_data("Each").missing
    assert [(each.place, each.name, each.lost_at) for each in lost] == [(("Output", "paid"), "cart", "Keep")]


def test_a_misspelt_field_is_told_with_the_one_that_may_be_meant():
    (found,) = json_path_data({"Type": "Pass", "InputPath": "$.totl", "Next": "B"}, {"total": 9}).missing
    assert (found.name, found.lost_at, found.nearest) == ("totl", "", "total")


def test_what_the_checkout_reads_is_there():
    run = play()
    run.play()
    finish(run)
    for visit in run.visits:
        state = next(state for state in GRAPH.states if state.name == visit.name)
        assert data_of(run, visit, state).missing == [], visit.name
