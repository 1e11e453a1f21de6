"""Costs against hand-made sums, the examples of AWS's pricing page, and what must hold of any flow."""

from __future__ import annotations

import json
import random

import pytest

from designer.library.samples import load_sample, samples
from schemas import Document
from schemas.core.paths import Json
from schemas.costs.costs import Costs, billed_memory, billed_seconds, costs_of, tiered
from schemas.costs.prices import usual_prices
from schemas.costs.visits import visits
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

CALL = "arn:aws:states:::lambda:invoke"
TOKEN = f"{CALL}.waitForTaskToken"


def task(**fields: Json) -> dict[str, Json]:
    return {"Type": "Task", "Resource": CALL, **fields}


def costs(states: dict[str, Json], estimates: dict[str, Json] | None = None, **volume: Json) -> Costs:
    """The costs of a flow whose first state is the start; `estimates` by the names of its states."""
    entries: Json = {
        f"uid-{name}": {"name": name, "estimate": estimate} for name, estimate in (estimates or {}).items()
    }
    sidecar: Json = {"version": 1, "states": entries, "volume": volume}
    source = json.dumps({"StartAt": next(iter(states)), "States": states})
    design = Design(Document.parse(json.dumps(sidecar), "json"))
    return costs_of(Workflow("flow", Document.parse(source, "json"), design), usual_prices())


def visited(found: Costs) -> dict[str, float]:
    return {state.name: round(state.visits, 9) for state in found.states}


CHAIN: dict[str, Json] = {"a": task(Next="b"), "b": task(Next="c"), "c": task(End=True)}
CHOICE: dict[str, Json] = {
    "pick": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "yes"}], "Default": "no"},
    "yes": task(End=True),
    "no": task(Next="again"),
    "again": task(End=True),
}
LOOP: dict[str, Json] = {
    "try": task(Next="done"),
    "done": {"Type": "Choice", "Choices": [{"Condition": "{% $x %}", "Next": "end"}], "Default": "try"},
    "end": {"Type": "Succeed"},
}


def likely(**likelihoods: float) -> Json:
    return {"likelihoods": {f"uid-{name}": value for name, value in likelihoods.items()}}


def named(*names: str) -> dict[str, Json]:
    """Entries without estimates, so that the states have the uids of `likely`."""
    return {name: {} for name in names}


def test_a_standard_workflow_as_on_the_pricing_page() -> None:
    """100,000 runs of four transitions (start and three states), of which 4,000 are free: 9.90 USD."""
    found = costs(CHAIN, ordersPerMonth=100_000)
    assert found.standard.transitions == 400_000
    assert found.standard.cost == pytest.approx(9.90)


def test_an_express_workflow_as_on_the_pricing_page() -> None:
    """100 million runs of 10 seconds at 64 MB: 100.00 USD for requests, 382.97 USD for duration."""
    found = costs({"a": task(End=True)}, {"a": {"seconds": 10}}, ordersPerMonth=100_000_000, memory=62.85)
    assert found.express.billed_memory == 64
    assert found.express.gb_hours == pytest.approx(17_361.11, abs=0.01)
    assert found.express.cost == pytest.approx(482.97, abs=0.01)
    assert found.express.impossible == ()


@pytest.mark.parametrize(("seconds", "billed"), [(0, 0), (0.01, 0.1), (0.1, 0.1), (0.7, 0.7), (0.701, 0.8)])
def test_duration_is_rounded_up_to_100_ms(seconds: float, billed: float) -> None:
    assert billed_seconds(seconds) == billed


@pytest.mark.parametrize(("memory", "billed"), [(0, 64), (1, 64), (64, 64), (64.1, 128), (129, 192)])
def test_memory_is_rounded_up_to_steps_of_64_mb(memory: float, billed: float) -> None:
    assert billed_memory(memory) == billed


@pytest.mark.parametrize(("hours", "cost"), [(0, 0), (1000, 60), (1001, 60.03), (5000, 180), (6000, 196.42)])
def test_each_part_of_the_gb_hours_has_the_price_of_its_tier(hours: float, cost: float) -> None:
    assert tiered(hours, usual_prices().regions["us-east-1"].per_gb_hour) == pytest.approx(cost)


def test_likelihoods_divide_the_runs() -> None:
    estimates = {"pick": likely(yes=0.8), **named("yes", "no", "again")}
    assert visited(costs(CHOICE, estimates)) == {"pick": 1, "yes": 0.8, "no": 0.2, "again": 0.2}
    assert visited(costs(CHOICE)) == {"pick": 1, "yes": 0.5, "no": 0.5, "again": 0.5}
    both = {"pick": likely(yes=0.9, no=0.9), **named("yes", "no", "again")}
    assert visited(costs(CHOICE, both))["yes"] == 0.5
    nothing = {"pick": likely(yes=0, no=0), **named("yes", "no", "again")}
    assert visited(costs(CHOICE, nothing))["yes"] == 0.5


def test_a_default_is_marked() -> None:
    (pick, *_) = costs(CHOICE, {"pick": likely(yes=0.8), **named("yes", "no")}).states
    assert [(share.uid, share.amount.is_default) for share in pick.shares] == [
        ("uid-yes", False),
        ("uid-no", True),
    ]
    found = costs(CHAIN)
    assert found.orders.is_default and found.memory.is_default
    assert all(state.needs.seconds.is_default for state in found.states)


def test_a_catcher_takes_its_share_from_the_way_on() -> None:
    states: dict[str, Json] = {
        "pay": task(Next="ok", Catch=[{"ErrorEquals": ["States.ALL"], "Next": "bad"}]),
        "ok": {"Type": "Succeed"},
        "bad": {"Type": "Fail"},
    }
    assert visited(costs(states)) == {"pay": 1, "ok": 0.99, "bad": 0.01}
    told = {"pay": likely(bad=0.25), **named("bad")}
    assert visited(costs(states, told)) == {"pay": 1, "ok": 0.75, "bad": 0.25}


def test_a_loop_is_solved_and_one_without_an_end_is_told() -> None:
    half = costs(LOOP, {"done": likely(end=0.25), **named("end", "try")})
    assert visited(half) == {"try": 4, "done": 4, "end": 1}
    assert half.endless == ()
    never = costs(LOOP, {"done": likely(end=0), **named("end", "try")})
    assert set(never.endless) & {"try", "done"}


def test_retries_count_and_containers_multiply() -> None:
    inner: Json = {"StartAt": "one", "States": {"one": task(End=True)}}
    states: dict[str, Json] = {
        "each": {"Type": "Map", "ItemProcessor": inner, "Next": "both", "MaxConcurrency": 2},
        "both": {
            "Type": "Parallel",
            "Branches": [
                {"StartAt": "x", "States": {"x": task(End=True)}},
                {"StartAt": "y", "States": {"y": task(End=True)}},
            ],
            "End": True,
        },
    }
    estimates: dict[str, Json] = {
        "each": {"items": 6, "attempts": 2},
        "one": {"attempts": 1.5, "seconds": 2},
        "x": {"seconds": 5},
        "y": {"seconds": 1},
    }
    found = costs(states, estimates, ordersPerMonth=1)
    assert visited(found) == {"each": 1, "one": 12, "both": 1, "x": 1, "y": 1}
    assert found.standard.transitions == 1 + 2 + 12 * 1.5 + 3
    assert found.seconds == 2 * 3 * (1.5 * 2) + 5


@pytest.mark.parametrize("kind", ["STANDARD", "EXPRESS"])
def test_the_children_of_a_distributed_map_are_executions_of_their_own(kind: str) -> None:
    config: Json = {"Mode": "DISTRIBUTED", "ExecutionType": kind}
    inner: Json = {"ProcessorConfig": config, "StartAt": "one", "States": {"one": task(End=True)}}
    states: dict[str, Json] = {
        "each": {"Type": "Map", "ItemProcessor": inner, "ItemBatcher": {"MaxItemsPerBatch": 4}, "End": True}
    }
    found = costs(states, {"each": {"items": 10}, "one": {"seconds": 1}}, ordersPerMonth=1_000_000)
    own, children = 2, 3
    if kind == "STANDARD":
        assert found.standard.transitions == (own + children * 2) * 1_000_000
    else:
        assert found.standard.transitions == own * 1_000_000
        hours = children * 1_000_000 * 64 / 1024 / 3600
        expected = (own * 1_000_000 - 4000) * 0.000025 + children + hours * 0.06
        assert found.standard.cost == pytest.approx(expected)
    assert [reason.code for reason in found.express.impossible] == ["express-unsupported"]


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (task(Resource=TOKEN, End=True), "express-unsupported"),
        (task(Resource="arn:aws:states:::states:startExecution.sync:2", End=True), "express-unsupported"),
        (task(Resource="arn:aws:states:eu-west-1:123456789012:activity:a", End=True), "express-unsupported"),
        ({"Type": "Wait", "Seconds": 301, "End": True}, "express-too-long"),
    ],
)
def test_a_reason_against_express_is_told(state: Json, code: str) -> None:
    assert code in [reason.code for reason in costs({"a": state}).express.impossible]


def test_an_expected_duration_of_more_than_five_minutes_is_a_reason() -> None:
    found = costs({"a": task(TimeoutSeconds=900, End=True)}, {"a": {"seconds": 301}})
    assert [reason.code for reason in found.express.impossible] == ["express-expected-too-long"]
    assert costs({"a": task(TimeoutSeconds=900, End=True)}).express.impossible == ()


@pytest.mark.parametrize("seed", range(60))
def test_runs_are_conserved_in_any_flow(seed: int) -> None:
    """Each state is visited as often as runs come to it, and as many runs end as begin."""
    dice = random.Random(seed)
    names = [f"s{index}" for index in range(dice.randint(1, 25))]
    shares = {name: {} for name in names}
    for name in names:
        targets = dice.sample(names, dice.randint(0, min(3, len(names))))
        weights = [dice.random() for _ in targets]
        whole = sum(weights) + dice.uniform(0.05, 0.5)
        shares[name] = {target: weight / whole for target, weight in zip(targets, weights, strict=True)}
    found = visits({names[0]: 1.0}, shares)
    assert found.endless == frozenset()
    for name in names:
        coming = sum(found.counts[other] * shares[other].get(name, 0) for other in names)
        assert found.counts[name] == pytest.approx(coming + (name == names[0]))
    ending = sum(count * (1 - sum(shares[name].values())) for name, count in found.counts.items())
    assert ending == pytest.approx(1)


def test_a_long_flow_is_solved_at_once() -> None:
    count = 3000
    shares = {f"s{index}": {f"s{index + 1}": 0.99, "end": 0.01} for index in range(count)}
    shares |= {f"s{count}": {"s0": 0.5}, "end": {}}
    found = visits({"s0": 1.0}, shares)
    assert found.counts["s0"] == pytest.approx(1 / (1 - 0.5 * 0.99**count))


@pytest.mark.parametrize("name", samples())
@pytest.mark.parametrize(("field", "much"), [("attempts", 500), ("items", 500), ("seconds", 1_000_000)])
def test_more_of_anything_never_costs_less(name: str, field: str, much: int) -> None:
    workflow = load_sample(name)
    first = costs_of(workflow, usual_prices())
    for state in first.states[:12]:
        fields: dict[str, Json] = dict(workflow.design.fields)
        entries = json.loads(json.dumps(fields["states"]))
        entries[state.uid]["estimate"] = {**entries[state.uid].get("estimate", {}), field: much}
        design = Design(Document.parse(json.dumps({**fields, "states": entries}), "json"))
        more = costs_of(Workflow(name, workflow.document, design), usual_prices())
        assert more.standard.transitions >= first.standard.transitions - 1e-6
        assert more.standard.cost >= first.standard.cost - 1e-9
        assert more.express.cost >= first.express.cost - 1e-9


@pytest.mark.parametrize("source", ["", "[]", "{}", '{"States": 3}', '{"StartAt": "a", "States": {"a": 1}}'])
def test_a_broken_definition_costs_nothing_and_breaks_nothing(source: str) -> None:
    found = costs_of(Workflow("flow", Document.parse(source, "json")), usual_prices(), orders=10)
    assert found.standard.cost == 0
