"""Fields with the data of a visit: their values, and what is really there."""

from checkout import GRAPH, finish, play

from designer.playing.evaluation import Evaluated, data_of
from designer.playing.play import Beginning, Play
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


def test_what_is_really_there_is_listed():
    paths = checkout_data("注文できるカートか").paths()
    assert {"$states.input", "$order_id", "$lines"} <= set(paths)


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
    assert data.paths() == ["$", "$.size"]
