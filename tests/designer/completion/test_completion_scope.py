"""The data that is known in each field of a state, before a run and with one."""

import json

from designer.completion.completion import completions
from designer.completion.scope import scope_of
from designer.playing.play import Beginning, Play
from designer.playing.visit_data import data_of
from designer.workspace.analysis import Analysis
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

CALL = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "f"}}
EACH = {"StartAt": "Price", "States": {"Price": {"Type": "Pass", "End": True}}}
FLOW = {
    "QueryLanguage": "JSONata",
    "StartAt": "Begin",
    "States": {
        "Begin": {
            "Type": "Pass",
            "Assign": {"order_id": 7},
            "Output": {"cart": {"items": [{"sku": "a"}], "total": 9}, "customer": "c"},
            "Next": "Call",
        },
        "Call": {
            **CALL,
            "Output": "{% {'cart': $states.input.cart, 'paid': $states.result.Payload} %}",
            "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput %}", "Next": "Stop"}],
            "Next": "Each",
        },
        "Each": {
            "Type": "Map",
            "Items": "{% $states.input.cart.items %}",
            "ItemProcessor": EACH,
            "Next": "Stop",
        },
        "Stop": {"Type": "Fail"},
    },
}


def offered(text, name, path=("Output",), run=None):
    """The names of fields and variables that are offered at the end of an expression."""
    workflow = Workflow("flow", Document.parse(json.dumps(FLOW), "json"))
    analysis = Analysis(workflow, workflow)
    state = next(state for state in analysis.identity.states.values() if state.name == name)
    visit = next((visit for visit in run.visits if visit.name == name), None) if run else None
    data = data_of(run, visit, state) if visit else None
    scope = scope_of(state, path, analysis.dataflow.visits[state.path], data)
    before = f"{{% {text}" if scope.language == "JSONata" else text
    found = completions(before, "", path, scope)
    return {each.name: each.detail for each in found if each.kind in ("field", "variable")}


def played(result):
    run = Play("", FLOW, Beginning({}, {"Call": result}), "STANDARD")
    run.play()
    while run.is_busy:
        run.resume()
    return run


def test_known_shapes_are_offered_without_a_run():
    assert offered("$states.input.", "Call").keys() == {"cart", "customer"}
    assert offered("$states.input.cart.items.", "Call").keys() == {"sku"}
    assert offered("$", "Call").keys() == {"$states", "$order_id"}


def test_a_field_that_was_not_handed_on_is_not_offered():
    assert offered("$states.input.", "Each").keys() == {"cart", "paid"}


def test_what_is_really_there_is_offered_with_a_run():
    run = played({"result": {"Payload": {"charge": "ch-1"}}})
    assert offered("$states.result.Payload.", "Call", run=run) == {"charge": '"ch-1"'}
    assert offered("$states.input.cart.", "Each", ("Items",), run)["total"] == "9"
    assert offered("$order", "Each", ("Items",), run)["$order_id"] == "7"


def test_each_field_has_the_members_of_states_that_the_service_gives_it():
    assert offered("$states.", "Call").keys() == {"input", "result", "context"}
    assert offered("$states.", "Call", ("Arguments", "a")).keys() == {"input", "context"}
    catch = ("Catch", 0, "Output")
    assert offered("$states.", "Call", catch).keys() == {"input", "errorOutput", "context"}
    assert offered("$states.errorOutput.", "Call", catch).keys() == {"Error", "Cause"}
    failed = played({"error": "Declined", "cause": "no money"})
    assert offered("$states.errorOutput.", "Call", catch, failed)["Error"] == '"Declined"'


def test_the_item_of_a_map_is_offered_inside_of_it_alone():
    context = "$states.context."
    assert "Map" not in offered(context, "Call")
    assert offered(f"{context}Map.Item.Value.", "Price").keys() == {"sku"}
    assert offered(f"{context}Map.Item.Value.", "Each", ("ItemSelector",)).keys() == {"sku"}
    run = played({"result": {"Payload": {}}})
    assert offered(f"{context}Map.Item.Value.", "Price", run=run) == {"sku": '"a"'}
    assert "Task" not in offered(context, "Call")
