"""Comparisons of real definitions with what was done to them on purpose, and with nothing done."""

from __future__ import annotations

import json
import random

import pytest
from budget import deep_only, examples, some
from corpus import definitions
from hypothesis import given
from hypothesis import strategies as st

from designer.library.samples import load_sample, samples
from schemas.asl.graph import graph
from schemas.comparison.comparison import compare
from schemas.comparison.telling import told
from schemas.core.edits import Rename, Set
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Change, Workflow

REAL = [
    document
    for path in some(definitions(), 60)
    if (document := Document.parse(path.read_text("utf-8"))).problem is None and graph(document.value).states
]
SAMPLES = [load_sample(name) for name in samples()]


def flow(value, design=None):
    sidecar = Design(Document.parse(json.dumps(design), "json")) if design else Design.empty()
    return Workflow("flow", Document.parse(json.dumps(value), "json"), sidecar)


def plain(workflow):
    """The workflow without its sidecar, as a value of its own."""
    return flow(json.loads(json.dumps(workflow.document.value)))


def renamed(workflow, names):
    """The workflow with new names for its states by path, as a text editor would do it: without a sidecar."""
    document = workflow.document
    found = graph(document.value)
    edges = [Set(edge.path, names[edge.target.path]) for edge in found.edges if edge.target]
    document = document.apply(*edges).document
    for state in reversed(found.states):
        document = document.apply(Rename(state.path, f"\x00{names[state.path]}")).document
    for state in reversed(graph(document.value).states):
        document = document.apply(Rename(state.path, state.name[1:])).document
    return Workflow(workflow.name, document)


def kinds(comparison):
    return [(change.name, change.kinds) for change in comparison.states]


@pytest.mark.parametrize("workflow", SAMPLES, ids=samples())
def test_a_workflow_is_equal_to_itself(workflow):
    assert compare(workflow, workflow).is_equal
    assert compare(plain(workflow), plain(workflow)).is_equal


def test_every_real_definition_is_equal_to_itself():
    for document in REAL:
        workflow = Workflow("flow", document)
        assert compare(workflow, Workflow("flow", Document(document.text, document.format))).is_equal


@examples(40, 400)
@given(st.randoms(use_true_random=False))
def test_new_names_are_renamings_and_nothing_else(random):
    workflow = random.choice([Workflow("flow", document) for document in REAL] + [*map(plain, SAMPLES)])
    states = graph(workflow.document.value).states
    if len({state.path for state in states}) != len(states) or not renames_well(workflow):
        return
    chosen = {state.path for state in random.sample(states, random.randint(0, len(states)))}
    names = {s.path: f"{s.name} 改" if s.path in chosen else s.name for s in states}
    found = compare(workflow, renamed(workflow, names))
    assert found.counts == ({"renamed": len(chosen)} if chosen else {}), list(told(found, "en"))
    assert not found.machine


def renames_well(workflow):
    """False where functions of a template hold the names, which are not told apart from others here."""
    return all(edge.path == edge.field for edge in graph(workflow.document.value).edges)


@examples(30, 300)
@given(st.randoms(use_true_random=False))
def test_states_that_trade_their_names_are_known_by_their_contents(random):
    size = random.randint(2, 9)
    names = [f"S{number}" for number in range(size)]
    workflow = flow(chain([task(number) for number in range(size)], names))
    traded = random.sample(names, size)
    found = compare(workflow, flow(chain([task(number) for number in range(size)], traded)))
    count = sum(one != other for one, other in zip(names, traded, strict=True))
    assert found.counts == ({"renamed": count} if count else {})


@examples(40, 400)
@given(st.randoms(use_true_random=False))
def test_a_state_more_is_one_that_was_added_and_the_other_way_round(random):
    workflow = random.choice([*map(plain, SAMPLES), *(Workflow("flow", document) for document in REAL)])
    value = json.loads(json.dumps(workflow.document.value))
    scope = random.choice(graph(value).scopes)
    new = random.choice([{"Type": "Pass", "End": True}, {"Type": "Succeed"}, {"Type": "Wait", "Seconds": 7}])
    scope.fields["States"]["State that is new"] = new
    longer = flow(value)
    assert kinds(compare(flow(workflow.document.value), longer)) == [("State that is new", ("added",))]
    assert kinds(compare(longer, flow(workflow.document.value))) == [("State that is new", ("removed",))]


@examples(60, 600)
@given(st.randoms(use_true_random=False))
def test_whatever_is_changed_in_a_definition_is_found(random):
    """Also what makes it no workflow, and in both directions."""
    value = random.choice(REAL).value if REAL else SAMPLES[0].document.value
    damaged = json.loads(json.dumps(value))
    for _ in range(random.randint(1, 3)):
        damage(damaged, random)
    found, back = compare(flow(value), flow(damaged)), compare(flow(damaged), flow(value))
    is_same = json.dumps(value, sort_keys=True) == json.dumps(damaged, sort_keys=True)
    assert found.is_equal == back.is_equal == is_same
    assert len(list(told(found, "ja"))) > 1 or is_same


def damage(value, random):
    """Put something else into a place of the value."""
    for _ in range(random.randint(0, 6)):
        keys = list(value) if isinstance(value, dict) else range(len(value))
        holders = [key for key in keys if value[key] and isinstance(value[key], dict | list)]
        if not holders:
            break
        value = value[random.choice(holders)]
    if value:
        key = random.choice(list(value) if isinstance(value, dict) else range(len(value)))
        value[key] = random.choice([None, 1, "x", [], {}, [None], {"a": {}}, True])


@deep_only
def test_comparing_with_a_shuffled_definition_finds_nothing():
    for document in REAL:
        value = json.loads(json.dumps(document.value))
        for scope in graph(value).scopes:
            items = list(scope.fields["States"].items())
            random.Random(1).shuffle(items)
            scope.fields["States"] = dict(items)
        assert compare(Workflow("flow", document), flow(value)).is_equal


def task(number, **more):
    return {"Type": "Task", "Resource": f"arn:aws:lambda:eu-west-1:123456789012:function:f{number}", **more}


def chain(states, names=None):
    names = names or [f"S{number}" for number in range(len(states))]
    follows = [*({"Next": name} for name in names[1:]), {"End": True}]
    linked = {name: {**state, **next} for name, state, next in zip(names, states, follows, strict=True)}
    return {"StartAt": names[0], "States": linked}


def lines(old, new, language="en"):
    return list(told(compare(old, new), language))


def test_times_fields_and_transitions_are_told_apart():
    retry = {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 3}
    old = chain([task(1, TimeoutSeconds=30, Retry=[retry]), task(2), {"Type": "Pass"}])
    new = json.loads(json.dumps(old))
    new["States"]["S0"] |= {"TimeoutSeconds": 60, "Next": "S2"}
    new["States"]["S0"]["Retry"][0] |= {"IntervalSeconds": 5, "MaxAttempts": 4}
    assert lines(flow(old), flow(new)) == [
        "1 rewired, 1 retimed, 1 changed",
        "~ S0: rewired, retimed, changed",
        "    next: S1 → S2",
        "    Retry[0].IntervalSeconds: 1 → 5",
        "    TimeoutSeconds: 30 → 60",
        "    Retry[0].MaxAttempts: 3 → 4",
    ]


def test_a_rule_that_is_put_between_others_is_one_difference():
    rules = [{"Condition": f"{{% $x = {number} %}}", "Next": "S1"} for number in range(4)]
    choice = {"Type": "Choice", "Default": "S1"}
    old = {"QueryLanguage": "JSONata", **chain([{}, {"Type": "Succeed"}])}
    old["States"]["S0"] = {**choice, "Choices": [rules[0], rules[1], rules[3]]}
    new = json.loads(json.dumps(old))
    new["States"]["S0"]["Choices"] = rules
    assert lines(flow(old), flow(new), "ja") == [
        "つなぎ替え 1",
        "~ S0: つなぎ替え",
        "    条件「$x = 2」: なし → S1",
    ]


def test_a_state_in_a_container_now_is_moved_and_branches_are_known_by_their_states():
    branch = [chain([task(number)], [f"B{number}"]) for number in range(3)]
    both = {"Type": "Parallel", "Branches": branch[:2]}
    old = chain([both, task(7)], ["Both", "Last"])
    new = chain([{**both, "Branches": [branch[2], *branch[:2]]}], ["Both"])
    new["States"]["Both"]["Branches"][0]["States"]["Last"] = {**task(7), "End": True}
    assert lines(flow(old), flow(new)) == [
        "1 added, 1 moved, 1 rewired, 1 changed",
        "~ Both: rewired, changed",
        "    next: Last → end",
        '    Branches[0]: none → {"StartAt": "B2"}',
        "+ B2: added",
        "~ Last: moved",
        "    place: top level → “Both”, branch 1",
    ]


def test_a_copy_beside_a_changed_state_is_no_renaming():
    old = chain([task(1), task(2)], ["A", "End"])
    new = chain([task(3), task(1), task(2)], ["A", "Copy", "End"])
    assert kinds(compare(flow(old), flow(new))) == [("A", ("rewired", "changed")), ("Copy", ("added",))]


def test_the_uid_of_both_sidecars_comes_first():
    entries = {"u1": {"name": "Pay", "owner": "Shop"}, "u2": {"name": "Tell"}}
    old = flow(chain([task(1), task(2)], ["Pay", "Tell"]), {"version": 1, "states": entries})
    entries = {
        "u1": {"name": "Charge", "owner": "Bank", "position": {"x": 1, "y": 2}},
        "u2": {"name": "Tell"},
    }
    new = flow(
        chain([{"Type": "Wait", "Seconds": 9}, task(2)], ["Charge", "Tell"]),
        {"version": 1, "states": entries},
    )
    (change,) = compare(old, new).states
    assert change.kinds == ("renamed", "retimed", "changed", "described", "placed")


def test_the_sidecar_beside_the_states_is_compared_too():
    states = chain([task(1)])
    design = {"version": 1, "title": "Order", "deployment": {"tracing": True}, "lanes": {}}
    changed = {**design, "deployment": {"tracing": False}, "lanes": {"l": {"owner": "Shop"}}}
    assert lines(flow(states, design), flow(states, changed)) == [
        "the whole workflow",
        "~ the whole workflow: described anew",
        '    lanes: {} → {"l": {"owner": "Shop"}}',
        "    deployment.tracing: true → false",
    ]


def test_one_that_is_not_there_has_every_state_added_or_removed():
    workflow = flow(chain([task(1), task(2)]))
    assert compare(None, workflow).counts == {"added": 2}
    assert compare(workflow, None).counts == {"removed": 2}


def test_long_texts_are_shown_from_their_first_difference():
    old = flow(chain([{"Type": "Pass", "Comment": "x" * 90 + " old"}]))
    new = flow(chain([{"Type": "Pass", "Comment": "x" * 90 + " new"}]))
    assert lines(old, new)[-1] == "    Comment: …xxxxxxxxxxx old → …xxxxxxxxxxx new"


def test_a_sidecar_follows_a_change_of_the_designer():
    workflow = SAMPLES[0]
    changed = workflow.apply(Change(asl=(Set(("Comment",), "New"),))).workflow
    assert [change.path for change in compare(workflow, changed).machine] == [("Comment",)]


def test_definitions_without_a_field_in_common_are_compared_too():
    old, new = flow({"Start": "A"}), flow({"Comment": "x"})
    assert [change.path for change in compare(old, new).machine] == [("Comment",), ("Start",)]
