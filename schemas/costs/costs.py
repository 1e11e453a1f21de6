"""The costs of a workflow in a month: transitions of a Standard one, requests and GB-hours of an Express one.

As on the pricing page of Step Functions: a transition for each state that is entered, each retry and each
start of an execution; Express duration rounded up to 100 ms, memory to 64 MB. Free tier and region prices are
those of the price file. The services that the states call are not among them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from schemas.asl.graph import graph
from schemas.asl.machine import Machine
from schemas.core.diagnostic import Diagnostic
from schemas.costs.estimated import Amount, Needs, Share
from schemas.costs.prices import Prices, RegionPrices, Tier
from schemas.costs.runs import Executions, Runs, runs_of
from schemas.sidecar.estimates import Volume
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow
from schemas.validator.ruleset import RuleSet
from schemas.validator.validate import to_diagnostic

ORDERS = 10_000.0
MEMORY = 64.0
STEP_OF_MEMORY = 64
LONGEST_EXPRESS = 300.0
"""The defaults of the volume, the steps of memory in MB, the seconds of an Express execution at most."""

_EXPRESS_RULES = RuleSet({"express-unsupported": "error", "express-too-long": "error"})


@dataclass(frozen=True, slots=True)
class StateCosts:
    """A state in the table: visits and transitions in a run, its needs, and the shares of its edges."""

    uid: str
    name: str
    type: str
    visits: float
    transitions: float
    needs: Needs
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """A month as a Standard workflow: transitions, and what it costs; `free` of them cost nothing."""

    transitions: float
    free: float
    cost: float


@dataclass(frozen=True, slots=True)
class Express:
    """A month as an Express workflow; `billed_seconds` of a run and `billed_memory` in MB are rounded up.

    `impossible` has the reasons why the service would refuse or stop it.
    """

    requests: float
    billed_seconds: float
    billed_memory: float
    gb_hours: float
    cost: float
    impossible: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs in a month of `orders` runs that take `seconds` each on average.

    `endless` are the states of loops that a run never leaves: nothing else holds then. `prices` are those of
    `region`, which is the workflow's unless the price file does not have it.
    """

    states: tuple[StateCosts, ...]
    orders: Amount
    memory: Amount
    seconds: float
    standard: Standard
    express: Express
    endless: tuple[str, ...]
    region: str
    prices: Prices


def costs_of(workflow: Workflow, prices: Prices, orders: float | None = None) -> Costs:
    """Return the costs of `workflow`; `orders` a month replace those of the sidecar. Never raises."""
    design = workflow.design
    found = graph(workflow.document.value)
    identity = identify(workflow.document.value, design)
    runs = runs_of(found, identity, design)
    volume = design.volume
    region, regional = prices.of(design.deployment.region)
    chosen = _orders(volume, orders)
    memory = Amount(MEMORY, True) if volume.memory is None else Amount(volume.memory, False)
    endless = tuple(state.name for state in found.states if state.path in runs.endless)
    states = tuple(
        StateCosts(
            uid,
            state.name,
            state.type,
            runs.visits[state.path],
            runs.visits[state.path] * runs.needs[state.path].attempts.value,
            runs.needs[state.path],
            tuple(runs.shares[state.path]),
        )
        for uid, state in identity.states.items()
    )
    express = _express(workflow, runs, chosen.value, memory.value, regional)
    standard = _standard(runs, chosen.value, memory.value, prices, regional)
    return Costs(states, chosen, memory, runs.seconds, standard, express, endless, region, prices)


def _orders(volume: Volume, orders: float | None) -> Amount:
    if orders is not None:
        return Amount(orders, False)
    given = volume.orders_per_month
    return Amount(ORDERS, True) if given is None else Amount(given, False)


def _standard(runs: Runs, orders: float, memory: float, prices: Prices, regional: RegionPrices) -> Standard:
    """The runs themselves, and the executions that their distributed Maps start."""
    started = [each for each in runs.executions if each.type == "STANDARD"]
    transitions = sum(each.count * prices.transitions_per_execution + each.transitions for each in started)
    month = transitions * orders
    free = min(month, prices.free_transitions)
    cost = (month - free) * regional.per_transition
    children = [each for each in runs.executions if each.type == "EXPRESS"]
    cost += sum(each.count * orders * regional.per_request for each in children)
    hours = sum(_gb_hours(each, orders, memory) for each in children)
    return Standard(month, free, cost + tiered(hours, regional.per_gb_hour))


def _express(workflow: Workflow, runs: Runs, orders: float, memory: float, regional: RegionPrices) -> Express:
    seconds = billed_seconds(runs.seconds)
    hours = orders * seconds * billed_memory(memory) / 1024 / 3600
    cost = orders * regional.per_request + tiered(hours, regional.per_gb_hour)
    reasons = _impossible(workflow, runs.seconds)
    return Express(orders, seconds, billed_memory(memory), hours, cost, reasons)


def _impossible(workflow: Workflow, seconds: float) -> tuple[Diagnostic, ...]:
    """The findings of the rules on Express machines, and the expected duration if it is too long.

    A timeout beyond five minutes is none of the reasons: it is the longest that a state may take.
    """
    document = workflow.document
    machine = Machine.of(document.value, "EXPRESS")
    found = [
        to_diagnostic(document, code, "error", finding)
        for code, finding in _EXPRESS_RULES.findings(machine)
        if finding.path[-1:] != ("TimeoutSeconds",)
    ]
    if seconds > LONGEST_EXPRESS:
        params = {"seconds": f"{seconds:,.0f}"}
        found.append(Diagnostic("express-expected-too-long", "error", (), params=params))
    return tuple(found)


def _gb_hours(executions: Executions, orders: float, memory: float) -> float:
    each = billed_seconds(executions.seconds) * billed_memory(memory) / 1024 / 3600
    return executions.count * orders * each


def billed_seconds(seconds: float) -> float:
    """The duration that is charged for: rounded up to 100 ms."""
    return math.ceil(round(seconds * 10, 6)) / 10


def billed_memory(megabytes: float) -> float:
    """The memory that is charged for: rounded up to steps of 64 MB, one at least."""
    return max(1, math.ceil(megabytes / STEP_OF_MEMORY)) * STEP_OF_MEMORY


def tiered(hours: float, tiers: tuple[Tier, ...]) -> float:
    """The price of `hours` GB-hours, each part at the price of its tier."""
    cost, begun = 0.0, 0.0
    for tier in tiers:
        if hours <= begun:
            break
        cost += (min(hours, tier.up_to) - begun) * tier.price
        begun = tier.up_to
    return cost
