"""States that are copied, pasted and duplicated."""

from __future__ import annotations

import json

import pytest
from drawing import catching, chain, done, drawn, fields, rules, task, uid, workflow

from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.duplicate import Duplicate
from designer.workspace.actions.paste import Paste
from designer.workspace.actions.shared.fragment import MAX_CHARACTERS, copy_text
from exporters.scene import GAP_ACROSS, draw
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow, new_workflow


def pasted(flow, text, scope=""):
    return done(flow, Paste(uid="new", text=text, scope=scope, x=10, y=20))


def copy_of(flow, *names):
    return copy_text(flow, [uid(flow, name) for name in names])


def test_copied_is_asl_text():
    flow = workflow(chain("A", "B"))
    assert json.loads(copy_of(flow, "A")) == {"States": {"A": {"Type": "Pass", "Next": "B"}}}


def test_what_is_gone_is_not_copied():
    assert json.loads(copy_text(new_workflow("w"), ["gone"])) == {"States": {}}


def test_pasted_states_lead_to_each_other():
    flow = workflow(chain("A", "B"))
    assert drawn(pasted(flow, copy_of(flow, "A", "B"))) == "(A) A->B A 2->B 2 B. B 2."


def test_pasted_elsewhere_they_lead_nowhere_else():
    text = json.dumps(
        {
            "States": {
                "Try": task(Next="Gone", Catch=catching("Gone", "Ask")),
                "Ask": {"Type": "Choice", "Choices": rules("Gone", "Try"), "Default": "Gone"},
            }
        }
    )
    assert drawn(pasted(new_workflow("w"), text)) == "(Try) Try!>Ask Ask?>Try Try."


def test_inner_names_are_made_unique_too():
    inner = {"StartAt": "A", "States": chain("A", "B")}
    flow = workflow({"Each": {"Type": "Map", "ItemProcessor": inner, "End": True}})
    after = pasted(flow, copy_of(flow, "Each"))
    assert fields(after, "States", "Each 2", "ItemProcessor") == {
        "StartAt": "A 2",
        "States": chain("A 2", "B 2"),
    }


def test_into_a_container():
    flow = workflow(chain("A") | {"Each": {"Type": "Map", "End": True}})
    after = pasted(flow, copy_of(flow, "A"), uid(flow, "Each"))
    assert drawn(after) == "(A) (A 2) A. Each. A 2."


@pytest.mark.parametrize(
    ("copied", "after", "expected"),
    [
        ("B", "A", "(A) A->B 2 B->C B 2->B C."),
        ("C", "C", "(A) A->B B->C C->C 2 C 2."),
        ("A", "B", "(A) A->B B->A 2 C. A 2->C"),
    ],
    ids=["between", "at-the-end", "in-place-of-its-own-next"],
)
def test_pasted_after_a_state_it_is_connected_like_an_appended_one(copied, after, expected):
    flow = workflow(chain("A", "B", "C"))
    intent = Paste(uid="new", text=copy_of(flow, copied), x=0, y=0, after=uid(flow, after))
    assert sorted(drawn(done(flow, intent)).split()) == sorted(expected.split())


def test_pasted_after_a_choice_it_is_one_more_rule():
    flow = workflow({"Ask": {"Type": "Choice", "Choices": rules("A"), "Default": "A"}, **chain("A")})
    intent = Paste(uid="new", text=copy_of(flow, "A"), x=0, y=0, after=uid(flow, "Ask"))
    assert drawn(done(flow, intent)) == "(Ask) Ask?>A Ask?>A 2 Ask*>A A. A 2."


def test_pasted_at_the_end_of_a_new_arrow():
    flow = workflow({"T": task(End=True), **chain("A")})
    intent = Paste(uid="new", text=copy_of(flow, "A"), x=0, y=0, after=uid(flow, "T"), way="catch")
    assert drawn(done(flow, intent)) == "(T) T!>A 2 T. A. A 2."


def test_a_duplicate_hides_nothing():
    flow = workflow(chain("A", "B", "C"))
    boxes = draw(done(flow, Duplicate(uid="new", states=[uid(flow, "A"), uid(flow, "B")]))).boxes
    a, b = boxes[uid(flow, "A")], boxes[uid(flow, "B")]
    assert (boxes["new-0"].x, boxes["new-0"].y) == (a.x + a.width + GAP_ACROSS, a.y)
    assert (boxes["new-1"].x, boxes["new-1"].y) == (b.x + b.width + GAP_ACROSS, b.y)


def test_pasted_states_bear_the_announced_uids():
    after = pasted(new_workflow("w"), json.dumps({"States": chain("A", "B")}))
    assert [uid(after, name) for name in "AB"] == ["new-0", "new-1"]


def test_a_duplicate_leads_where_its_original_does():
    flow = workflow(chain("A", "B", "C"))
    after = done(flow, Duplicate(uid="new", states=[uid(flow, "B")]))
    assert drawn(after) == "(A) A->B B->C B 2->C C."
    assert uid(after, "B 2") == "new-0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "[]",
        '{"States": []}',
        '{"States": {"A": 1}}',
        '{"States": {"A": {"Type": "Pass"}}',
        "[" * 100_000,
        '{"States": {"A": {"Comment": "' + "x" * MAX_CHARACTERS + '"}}}',
        "!!python/object/apply:os.system ['true']",
    ],
)
def test_what_holds_no_states_is_refused(text):
    with pytest.raises(ActionRefused, match="action-no-states"):
        perform(new_workflow("w"), Paste(uid="new", text=text, x=0, y=0))


def test_hostile_states_are_data():
    text = json.dumps(
        {"States": {"\u0000<b>${x}": {"Type": ["x"], "Next": {"a": 1}, "Catch": 3, "Choices": [1]}}}
    )
    after = pasted(new_workflow("w"), text)
    assert after.document.problem is None
    assert list(fields(after, "States")) == ["<b>${x}"]


FROM_A_TEMPLATE = """definition:
  StartAt: Save
  States:
    Save: # the order
      Type: Task
      Resource: !GetAtt SaveFunction.Arn
      TimeoutSeconds: ${Patience}
      Next: Tell
    Tell: {Type: Task, Resource: !Sub "${Tell.Arn}", End: true}
"""


@pytest.mark.parametrize("cut", [0, 1, 2])
def test_states_of_a_template_are_pasted_with_their_functions(cut):
    text = "\n".join(FROM_A_TEMPLATE.split("\n")[cut:])
    flow = pasted(workflow(chain("A")), text if cut < 2 else text.lstrip())
    assert fields(flow, "States", "Save", "Resource") == {"Fn::GetAtt": "SaveFunction.Arn"}
    assert fields(flow, "States", "Tell", "Resource") == {"Fn::Sub": "${Tell.Arn}"}


def test_the_quotes_of_a_placeholder_are_copied_with_it():
    wait = '{"Type": "Wait", "Seconds": ${X}, "Comment": "${X}", "End": true}'
    text = '{"StartAt": "A", "States": {"A": ' + wait + "}}"
    in_json = Workflow("flow", Document.parse(text))
    copied = copy_of(in_json, "A")
    assert ('"Seconds": ${X}' in copied, '"Comment": "${X}"' in copied) == (True, True)
    assert pasted(in_json, copied).document.text.count('"Seconds": ${X}') == 2
    yaml = "StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: ${X}\n    Comment: ${X}\n    End: true\n"
    in_yaml = Workflow("flow", Document.parse(yaml))
    assert copy_of(in_yaml, "A") == copied
    assert pasted(in_yaml, copied).document.text.count("    Seconds: ${X}\n    Comment: ${X}\n") == 2


OPERATIONS = {"money": "takes", "failures": [{"what": "no answer", "answer": "human"}]}
CARRIED = {"businessName": "支払い", "owner": "決済チーム", "note": "一度だけ", "operations": OPERATIONS}


def designed(flow, **entries):
    """The flow with these fields in the sidecar, by the states' names."""
    states = {f"{name.lower()}-uid": {"name": name, **fields} for name, fields in entries.items()}
    return Workflow(
        "flow", flow.document, Design(Document.parse(json.dumps({"version": 1, "states": states})))
    )


def entry(flow, name):
    """The entry of a state in the sidecar, without its name and position."""
    fields = flow.design.fields["states"].get(uid(flow, name), {})
    return {key: value for key, value in fields.items() if key not in ("name", "position")}


@pytest.mark.parametrize("way", ["paste", "duplicate"])
def test_copies_have_the_answers_of_their_originals_but_not_their_card(way):
    estimate = {"attempts": 2, "likelihoods": {"gone": 0.5}}
    flow = designed(
        workflow(chain("A")), A={**CARRIED, "card": "c", "undecided": ["X"], "estimate": estimate}
    )
    if way == "paste":
        after, share = pasted(flow, copy_of(flow, "A")), {}
    else:
        after = done(flow, Duplicate(uid="new", states=["a-uid"]))
        share = {"likelihoods": {"gone": 0.5}}
    assert entry(after, "A 2") == {**CARRIED, "undecided": ["X"], "estimate": {"attempts": 2, **share}}


@pytest.mark.parametrize("way", ["paste", "duplicate"])
def test_states_inside_a_copy_have_the_answers_too(way):
    inner = {"StartAt": "A", "States": chain("A", "B")}
    flow = workflow({"Each": {"Type": "Map", "ItemProcessor": inner, "End": True}})
    flow = designed(flow, Each={"owner": "倉庫"}, B=CARRIED)
    copied = (
        pasted(flow, copy_of(flow, "Each"))
        if way == "paste"
        else done(flow, Duplicate(uid="new", states=["each-uid"]))
    )
    assert (entry(copied, "Each 2"), entry(copied, "A 2"), entry(copied, "B 2")) == (
        {"owner": "倉庫"},
        {},
        CARRIED,
    )


def test_the_likelihoods_of_a_duplicate_are_those_of_its_own_arrows():
    ask = {"Type": "Choice", "Choices": rules("A"), "Default": "B"}
    flow = designed(
        workflow({"Ask": ask, **chain("A"), **chain("B")}),
        Ask={"estimate": {"likelihoods": {"a-uid": 0.9, "b-uid": 0.1}}},
        A={},
        B={},
    )
    after = done(flow, Duplicate(uid="new", states=["ask-uid", "a-uid"]))
    shares = entry(after, "Ask 2")["estimate"]["likelihoods"]
    assert shares == {uid(after, "A 2"): 0.9, "b-uid": 0.1}


@pytest.mark.parametrize(
    "design",
    [{"A": 1}, {"A": {"operations": {"money": "steals"}}}, {"A": {"estimate": []}}, [], {"B": CARRIED}, None],
)
def test_what_no_sidecar_may_hold_is_not_pasted(design):
    after = pasted(new_workflow("w"), json.dumps({"States": chain("A"), "Design": design}))
    assert entry(after, "A") == {}
    assert list(after.design.fields["states"]) == ["new-0"]
