"""A workflow by uids: states that refer to each other by uid, whatever their names and their scopes are.

Both sides of a conversion have this form, so that changes of either can be told apart by state and field.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.core.paths import Json

LISTS = ("Choices", "Catch")
"""The fields with lists whose items lead to a state each."""

SINGLE = ("Next", "Default")
"""The fields that lead to one state."""


class Dangling(str):
    """The name of a state that is not there, where a uid belongs."""

    __slots__ = ()


@dataclass(slots=True)
class Item:
    """A rule of a Choice or a catcher: its fields, with the uid of a state as `Next`.

    `key` tells it from the others of its state: the uid of the arrow that it is.
    """

    key: str
    fields: dict[str, Json]


@dataclass(slots=True)
class Inner:
    """A scope inside a state: its key, the field that holds it, and its fields without the states.

    The scope of its states is the uid of the state, "/" and the key.
    """

    key: str
    holder: str
    fields: dict[str, Json] = field(default_factory=dict)


@dataclass(slots=True)
class DraftState:
    """One state: `fields` has its ASL without `Choices`, `Catch` and scopes; `Next` and `Default` are uids.

    `items` has its rules and catchers, `inner` its scopes, and `entry` its fields in the sidecar. `order` has
    the names of its fields in the order of the text, if there is one.
    """

    uid: str
    scope: str
    name: str
    fields: dict[str, Json]
    items: dict[str, list[Item]] = field(default_factory=dict)
    inner: list[Inner] = field(default_factory=list)
    entry: dict[str, Json] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """The states by uid in the order of the text, and the uid of the start of each scope by its key.

    `notes`, `lanes` and `input` (its fields) are entries of the sidecar. `root` has the fields of the machine
    beside its states. `uids` has the uids in the sidecar of states that have others here.
    """

    states: dict[str, DraftState] = field(default_factory=dict)
    starts: dict[str, str] = field(default_factory=dict)
    notes: dict[str, Json] = field(default_factory=dict)
    lanes: dict[str, Json] = field(default_factory=dict)
    input: dict[str, Json] = field(default_factory=dict)
    root: dict[str, Json] = field(default_factory=dict)
    uids: dict[str, str] = field(default_factory=dict)


def mark_undecided(state: DraftState, name: str) -> None:
    """Add the name of a placeholder to those of a state that stand for what nobody has decided."""
    known = state.entry.get("undecided")
    state.entry["undecided"] = [*(known if isinstance(known, list) else []), name]


def targets_of(state: DraftState) -> list[str]:
    """The uids of the states that a state leads to."""
    named = [item.fields.get("Next") for item in state.items.get("Choices", ())]
    named += [state.fields[name] for name in SINGLE if name in state.fields]
    named += [item.fields.get("Next") for item in state.items.get("Catch", ())]
    return [uid for uid in named if isinstance(uid, str)]
