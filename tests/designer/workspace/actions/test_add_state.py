from __future__ import annotations

from itertools import combinations

import pytest
from drawing import chain, done, drawn, fields, rules, task, uid, workflow

from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.add_state import AddState
from exporters.scene import GAP_DOWN, draw
from schemas import Document
from schemas.sidecar.workflow import Workflow, new_workflow


def new(name="New", template="Pass", **where):
    return AddState(**{"uid": "new", "x": 0, "y": 0, "name": name, "template": template, **where})


def test_the_first_state_is_the_start_and_ends_the_flow():
    assert drawn(done(new_workflow("flow"), new("A"))) == "(A) A."


def test_a_second_state_stands_alone():
    assert drawn(done(workflow(chain("A")), new())) == "(A) A. New."


def test_a_state_dropped_on_a_next_arrow_goes_between():
    flow = workflow(chain("A", "C"))
    assert drawn(done(flow, new("B", edge=f"{uid(flow, 'A')}:next:"))) == "(A) A->B B->C C."


def test_a_state_dropped_on_the_start_arrow_becomes_the_start():
    after = done(workflow(chain("A")), new("B", edge=":start:"))
    assert drawn(after) == "(B) B->A A."
    assert list(fields(after, "States")) == ["B", "A"]


def test_a_state_dropped_on_a_rule_goes_between_the_rule_and_its_target():
    flow = workflow({"C": {"Type": "Choice", "Choices": rules("A", "B")}, **chain("A"), **chain("B")})
    assert drawn(done(flow, new(edge=f"{uid(flow, 'C')}:choice:1"))) == "(C) C?>A C?>New New->B A. B."


def test_a_state_dropped_on_a_catch_handles_the_error_first():
    flow = workflow({"A": task(End=True, Catch=[{"ErrorEquals": ["E"], "Next": "F"}]), "F": {"Type": "Fail"}})
    assert drawn(done(flow, new(edge=f"{uid(flow, 'A')}:catch:0"))) == "(A) A!>New New->F A."


def test_a_choice_put_between_goes_on_by_its_default():
    flow = workflow(chain("A", "B"))
    after = done(flow, new("C", "Choice", edge=f"{uid(flow, 'A')}:next:"))
    assert drawn(after) == "(A) A->C C*>B B."


def test_an_end_put_between_cuts_the_flow():
    flow = workflow(chain("A", "B"))
    after = done(flow, new("Done", "Succeed", edge=f"{uid(flow, 'A')}:next:"))
    assert drawn(after) == "(A) A->Done B."


def test_appending_takes_over_the_next():
    flow = workflow(chain("A", "C"))
    assert drawn(done(flow, new("B", after=uid(flow, "A")))) == "(A) A->B B->C C."


def test_appending_to_the_last_state_makes_the_new_one_the_end():
    flow = workflow(chain("A"))
    assert drawn(done(flow, new("B", after=uid(flow, "A")))) == "(A) A->B B."


def test_the_first_state_after_a_choice_is_its_first_rule():
    flow = workflow({"C": {"Type": "Choice", "Choices": []}})
    assert drawn(done(flow, new("A", after=uid(flow, "C")))) == "(C) C?>A A."


def test_another_state_after_a_choice_is_one_more_rule_and_its_default_stays():
    flow = workflow({"C": {"Type": "Choice", "Choices": rules("A"), "Default": "A"}, **chain("A")})
    assert drawn(done(flow, new("B", after=uid(flow, "C")))) == "(C) C?>A C?>B C*>A B. A."


def test_otherwise_is_what_is_drawn_from_its_own_handle():
    flow = workflow({"C": {"Type": "Choice", "Choices": rules("A")}, **chain("A")})
    assert drawn(done(flow, new("B", after=uid(flow, "C"), way="default"))) == "(C) C?>A C*>B B. A."


def test_nothing_leads_on_from_a_succeed():
    flow = workflow({"S": {"Type": "Succeed"}})
    assert drawn(done(flow, new("A", after=uid(flow, "S")))) == "(S) A."


def test_a_state_goes_into_a_branch_and_starts_it():
    flow = done(new_workflow("flow"), new("P", "Parallel"))
    after = done(flow, new("A", uid="a", scope="new/1"))
    assert drawn(after) == "(P) () (A) P. A."
    assert fields(after, "States", "P", "Branches", 1, "StartAt") == "A"


def test_a_state_goes_into_a_map():
    flow = done(new_workflow("flow"), new("M", "Map"))
    assert drawn(done(flow, new("A", uid="a", scope="new"))) == "(M) (A) M. A."


def test_a_map_without_a_processor_gets_one():
    flow = workflow({"M": {"Type": "Map", "End": True}})
    after = done(flow, new("A", scope=uid(flow, "M")))
    processor = {
        "ProcessorConfig": {"Mode": "INLINE"},
        "StartAt": "A",
        "States": {"A": {"Type": "Pass", "End": True}},
    }
    assert fields(after, "States", "M", "ItemProcessor") == processor


def test_the_text_puts_a_state_after_the_one_it_follows():
    flow = workflow(chain("A", "B", "C"))
    after = done(flow, new("X", after=uid(flow, "A")))
    assert list(fields(after, "States")) == ["A", "X", "B", "C"]


def test_a_taken_name_is_numbered_even_where_it_is_taken_in_another_scope():
    flow = done(new_workflow("flow"), new("P", "Parallel"))
    flow = done(flow, new("A", uid="a", scope="new/0"))
    flow = done(flow, new("A", uid="b", scope="new/1"))
    assert drawn(flow) == "(P) (A) (A 2) P. A. A 2."


def test_a_nameless_state_is_called_by_its_type():
    assert drawn(done(new_workflow("flow"), new(" \n", "Wait"))) == "(Wait) Wait."


@pytest.mark.parametrize("language, key", [("JSONata", "Arguments"), ("JSONPath", "Parameters")])
def test_a_task_is_written_in_the_language_around_it(language, key):
    after = done(workflow({}, QueryLanguage=language), new("Read order", "dynamodb:getItem"))
    state = fields(after, "States", "Read order")
    assert state["Resource"] == "arn:aws:states:::dynamodb:getItem"
    assert state[key]["TableName"] == "${ReadOrderTable}"


def test_it_stands_where_it_was_dropped_and_nothing_else_moves():
    flow = workflow(chain("A", "B"))
    before = draw(flow).boxes
    after = draw(done(flow, new(x=700, y=-20))).boxes
    assert (after["new"].x, after["new"].y) == (700, -20)
    assert {id: box for id, box in after.items() if id != "new"}.keys() == before.keys()
    assert all((after[id].x, after[id].y) == (box.x, box.y) for id, box in before.items())


def test_what_it_would_cover_moves_down_with_all_that_is_below():
    flow = workflow(chain("A", "B", "C"))
    before = draw(flow).boxes
    a, b, c = (uid(flow, name) for name in "ABC")
    under = before[a].y + before[a].height + 20
    after = draw(done(flow, new("X", edge=f"{a}:next:", x=before[a].x, y=under))).boxes
    assert after[a].y == before[a].y
    assert after[b].y >= after["new"].y + after["new"].height
    assert after[c].y - after[b].y == before[c].y - before[b].y


def overlapping(flow: Workflow) -> list[set[str]]:
    """The states of the machine that stand on each other, by their names."""
    boxes = [box for box in draw(flow).boxes.values() if box.state and box.parent == ""]
    return [
        {one.state.name, other.state.name}
        for one, other in combinations(boxes, 2)
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


@pytest.mark.parametrize("template", ["Pass", "Choice", "Parallel", "Map"])
@pytest.mark.parametrize("where", ["a palette click after a selection", "a drop on the arrow"])
def test_a_state_put_where_its_successor_stands_hides_nothing(template, where):
    flow = workflow(chain("A", "B", "C"))
    a, b = uid(flow, "A"), draw(flow).boxes[uid(flow, "B")]
    into = {"after": a} if where == "a palette click after a selection" else {"edge": f"{a}:next:"}
    assert overlapping(done(flow, new("X", template, x=b.x, y=b.y, **into))) == []


def test_a_state_appended_to_a_parallel_hides_nothing():
    branches = [{"StartAt": name, "States": chain(name)} for name in ("one", "two")]
    flow = workflow({"P": {"Type": "Parallel", "Branches": branches, "Next": "B"}, **chain("B", "C")})
    parallel = draw(flow).boxes[uid(flow, "P")]
    y = parallel.y + parallel.height + GAP_DOWN
    assert overlapping(done(flow, new("X", after=parallel.id, x=parallel.x, y=y))) == []


@pytest.mark.parametrize("uid_", ["", "a/b", "a:b", "x" * 65, "あ"])
def test_an_id_that_could_be_mistaken_is_refused(uid_):
    with pytest.raises(ActionRefused, match="action-taken"):
        perform(new_workflow("flow"), new(uid=uid_))


def test_an_id_is_taken_once():
    flow = done(new_workflow("flow"), new())
    with pytest.raises(ActionRefused, match="action-taken"):
        perform(flow, new())


@pytest.mark.parametrize(
    "where, code",
    [
        ({"edge": "x:next:"}, "action-gone"),
        ({"after": "x"}, "action-gone"),
        ({"scope": "x"}, "action-gone"),
        ({"template": "Loop"}, "action-no-template"),
        ({"template": 'x"y'}, "action-no-template"),
    ],
)
def test_what_is_unknown_is_refused(where, code):
    with pytest.raises(ActionRefused, match=code):
        perform(workflow(chain("A")), new(**where))


def test_nothing_is_added_to_a_text_that_cannot_be_read():
    with pytest.raises(ActionRefused, match="action-broken-text"):
        perform(Workflow("flow", Document.parse('{"States": ')), new())
