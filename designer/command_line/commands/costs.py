"""`designer costs`: what a workflow costs in a month, as a Standard and as an Express one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from designer.base.prices import chosen_prices, money, written
from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.telling import tell
from designer.linting.machines import read_machine
from designer.linting.report import printable
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.costs.costs import Costs, StateCosts, costs_of
from schemas.costs.estimated import Amount
from schemas.sidecar.estimates import MOST_ORDERS

_MARK = "*"
"""The mark of a default that nobody has chosen."""


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    path = click.Path(path_type=Path)
    return click.Command(
        "costs",
        help=say("cli.costs"),
        params=[
            click.Option(
                ["--orders"],
                type=click.FloatRange(0, MOST_ORDERS, min_open=True),
                metavar="N",
                help=say("cli.orders"),
            ),
            click.Option(["--prices"], type=path, metavar="FILE", help=say("cli.prices")),
            click.Option(
                ["--format"], type=click.Choice(["text", "json"]), default="text", help=say("cli.format")
            ),
            click.Option(["--machine"], metavar="NAME", help=say("cli.machine-of-costs")),
            click.Argument(["file"], type=path),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    file: Path,
    orders: float | None,
    prices: Path | None,
    format: str,
    machine: str | None,
) -> int:
    chosen = chosen_prices(prices)
    read = read_machine(file, machine, language)
    problem = read.workflow.document.problem
    if problem:
        tell(file, [problem], language)
        raise Refusal("cli.not-computed", str(file))
    for report in read.reports:
        click.echo(report.text(language), err=True)
    found = costs_of(read.workflow, chosen, orders)
    lines = [json.dumps(_data(found, language), ensure_ascii=False, indent=2)]
    for line in lines if format == "json" else _lines(found, language):
        click.echo(printable(line) if format == "text" else line)
    return 0


def _lines(found: Costs, language: Language) -> Iterator[str]:
    say, prices = partial(word, language), found.prices
    yield say("costs.volume", orders=_marked(found.orders, 0), region=found.region, date=prices.date)
    yield from _table(found, language)
    if any(_has_default(state) for state in found.states) or found.orders.is_default:
        yield say("costs.defaults", mark=_MARK)
    yield ""
    if found.endless:
        yield say("costs.endless", names=", ".join(found.endless))
        return
    standard, express = found.standard, found.express
    cost = money(standard.cost, prices)
    yield say("costs.standard", transitions=written(standard.transitions, 0), free=written(standard.free, 0))
    yield f"  {say('costs.month', cost=cost)}"
    if express.impossible:
        yield say("costs.no-express")
        yield from (f"  - {reason.message(language)}" for reason in express.impossible)
        return
    yield say(
        "costs.express",
        requests=written(express.requests, 0),
        seconds=written(express.billed_seconds, 1),
        memory=_marked(Amount(express.billed_memory, found.memory.is_default), 0),
        hours=written(express.gb_hours, 2),
    )
    yield f"  {say('costs.month', cost=money(express.cost, prices))}"


def _table(found: Costs, language: Language) -> Iterator[str]:
    """The states with what is expected of them, a column behind its numbers, the names last."""
    names = ("visits", "transitions", "seconds", "attempts", "items", "state")
    rows = [[word(language, f"costs.{name}") for name in names], *map(_row, found.states)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(names) - 1)]
    for row in rows:
        cells = (" " * (width - _width(cell)) + cell for cell, width in zip(row, widths, strict=False))
        yield "  ".join([*cells, row[-1]])


def _row(state: StateCosts) -> list[str]:
    needs = state.needs
    return [
        written(state.visits, 3),
        written(state.transitions, 3),
        _marked(needs.seconds, 1),
        _marked(needs.attempts, 2),
        _marked(needs.items, 1) if needs.items else "",
        state.name,
    ]


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _marked(amount: Amount, decimals: int) -> str:
    return written(amount.value, decimals) + _MARK * amount.is_default


def _has_default(state: StateCosts) -> bool:
    return state.needs.seconds.is_default or state.needs.attempts.is_default


def _data(found: Costs, language: Language) -> Json:
    standard, express = found.standard, found.express
    return {
        "region": found.region,
        "prices": {"date": found.prices.date, "source": found.prices.source},
        "currency": found.prices.currency,
        "ordersPerMonth": _amount(found.orders),
        "memory": _amount(found.memory),
        "seconds": found.seconds,
        "endless": list(found.endless),
        "standard": {
            "transitions": standard.transitions,
            "freeTransitions": standard.free,
            "cost": standard.cost,
        },
        "express": {
            "requests": express.requests,
            "billedSeconds": express.billed_seconds,
            "billedMemory": express.billed_memory,
            "gbHours": express.gb_hours,
            "cost": express.cost,
            "impossible": [
                {"code": reason.code, "message": reason.message(language)} for reason in express.impossible
            ],
        },
        "states": [
            {
                "uid": state.uid,
                "name": state.name,
                "type": state.type,
                "visits": state.visits,
                "transitions": state.transitions,
                "seconds": _amount(state.needs.seconds),
                "attempts": _amount(state.needs.attempts),
                **({"items": _amount(state.needs.items)} if state.needs.items else {}),
                "likelihoods": [
                    {"to": share.edge.name, "kind": share.edge.kind, **_amount(share.amount)}
                    for share in state.shares
                ],
            }
            for state in found.states
        ],
    }


def _amount(amount: Amount) -> dict[str, Json]:
    return {"value": amount.value, "default": amount.is_default}
