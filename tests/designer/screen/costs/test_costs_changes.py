"""Cells that are edited in the tables of the costs, as changes of the sidecar."""

import json

import pytest

from designer.screen.panels.costs.changes import change_needs, change_shares
from designer.workspace.actions.shared.context import ActionRefused
from schemas import Document
from schemas.costs.costs import costs_of
from schemas.costs.prices import usual_prices
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FLOW = """{"StartAt": "pick", "States": {
  "pick": {"Type": "Choice", "Choices": [{"Condition": "{% $x %}", "Next": "yes"}], "Default": "no"},
  "yes": {"Type": "Succeed"},
  "no": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "one", "States": {"one": {"Type": "Pass",
    "End": true}}}}}}"""


def workflow(**fields):
    design = Design(Document.parse(json.dumps({"version": 1, **fields}), "json"))
    return Workflow("flow", Document.parse(FLOW, "json"), design)


def edges(flow):
    return [(state, share) for state in costs_of(flow, usual_prices()).states for share in state.shares]


def test_an_edited_cell_becomes_an_estimate_of_its_state():
    flow = workflow()
    states = costs_of(flow, usual_prices()).states
    change = change_needs(flow, {0: {"seconds": 3, "items": 4}, 2: {"items": 7, "attempts": 2}}, states)
    after = flow.apply(change).workflow
    found = costs_of(after, usual_prices()).states
    assert (found[0].needs.seconds.value, found[0].needs.items) == (3, None)
    assert (found[2].needs.items.value, found[2].needs.attempts.value) == (7, 2)
    assert not found[2].needs.items.is_default
    emptied = after.apply(change_needs(after, {2: {"items": None}}, found)).workflow
    assert costs_of(emptied, usual_prices()).states[2].needs.items.is_default


def test_a_share_in_percent_becomes_a_likelihood_that_stays_with_the_state():
    flow = workflow()
    after = flow.apply(change_shares(flow, {0: {"share": 80}}, edges(flow))).workflow
    assert [round(share.amount.value, 6) for _, share in edges(after)] == [0.8, 0.2]
    assert {entry["name"] for entry in after.design.fields["states"].values()} == {"pick", "yes"}


def test_a_value_out_of_bounds_is_refused():
    flow = workflow()
    states = costs_of(flow, usual_prices()).states
    with pytest.raises(ActionRefused):
        change_needs(flow, {0: {"attempts": 0}}, states)
    with pytest.raises(ActionRefused):
        change_shares(flow, {0: {"share": 120}}, edges(flow))
