"""The flow of a sketch: the cards that become states, and the ways that lead from each to others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from schemas.conversion.words.said_calls import SaidFunction
from schemas.conversion.words.table_calls import Call
from schemas.sidecar.sketch import Card

Role = Literal["step", "decision", "person", "screen", "end", "passing", "start"]
"""The kind of a node.

A "screen" waits for the customer, an "end" ends the execution, "passing" is an end with arrows that go on,
and a "start" is no state but where the executions begin.
"""

SAID = "said:"
"""Begins what stands for a table that words alone name; no uid has it."""

WayKind = Literal["next", "rule", "default", "failure"]


@dataclass(frozen=True, slots=True)
class TableCall:
    """A call of DynamoDB: the uid of the table's card, the operation, and the words of arrow and step.

    Where the words of the step name the table, there is no `arrow`; without a card of that table, `table` is
    `SAID` and the name.
    """

    table: str
    call: Call
    words: str
    arrow: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way from a node to others, which all go on if there are several.

    `key` is the uid of its first arrow.
    """

    kind: WayKind
    key: str
    targets: tuple[str, ...]
    label: str = ""


@dataclass(slots=True)
class Node:
    """A card in the flow (or the start of all executions) with its calls and ways.

    `origin` is the uid of the card; empty for a start that was added. `replies` are the screens that show its
    answer, `partners` the systems that it calls, `function` the Lambda function that its words name.
    """

    uid: str
    card: Card
    role: Role
    origin: str = ""
    ways: list[Way] = field(default_factory=list)
    calls: tuple[TableCall, ...] = ()
    partners: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    function: SaidFunction | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """The nodes of a sketch by uid; `start` is the uid of the one where executions begin.

    `standing_for` has, by the uid of a card without a state of its own, the node that stands for it.
    """

    nodes: Mapping[str, Node]
    start: str
    standing_for: Mapping[str, str]
    triggers: tuple[str, ...] = ()
