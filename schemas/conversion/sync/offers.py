"""Offers: changes of the sketch for the workflow, and of the workflow for the sketch, one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from schemas.conversion.draft import Draft, DraftState
from schemas.conversion.sync.card_ways import card_ways
from schemas.conversion.sync.order import interleaved
from schemas.conversion.words.plain import plain
from schemas.core.coerce import mapping, text
from schemas.core.diagnostic import Language, message_text
from schemas.core.paths import Json
from schemas.sidecar.sketch import Card, Sketch

Direction = Literal["workflow", "sketch"]
Raw = Mapping[str, Json]
"""A sketch as the sidecar has it: `cards`, `arrows`, `lanes`."""

SECTIONS = ("cards", "arrows", "lanes")
_MOST_NEW = 40
_KINDS = {"Choice": "decision", "Succeed": "succeeded", "Fail": "failed"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A change of one side that the other does not have yet; `to` is the side that would change.

    `card` and `state` are uids, empty where there is none. `patch` has what becomes of entries of the sketch,
    by section and uid (None removes one), for an offer to the sketch. `needs` are the keys of the offers that
    must be accepted, too: those of new cards at an arrow.
    """

    key: str
    to: Direction
    code: str
    params: Mapping[str, str]
    card: str = ""
    state: str = ""
    patch: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    def message(self, language: Language) -> str:
        """The change in words."""
        return message_text(self.code, self.params, language)


def offers_to_workflow(old: Sketch, new: Sketch, present: Draft) -> list[Offer]:
    """The changes of the sketch since it was converted; places do not count."""
    found: list[Offer] = []
    for uid, card in {**old.cards, **new.cards}.items():
        was, now = old.cards.get(uid), new.cards.get(uid)
        code = _change(was, now) if was is None or now is None or _said(was) != _said(now) else ""
        if code:
            words = {"card": _words(now or card)}
            found.append(
                Offer(
                    f"card:{uid}",
                    "workflow",
                    f"offer-card-{code}",
                    words,
                    uid,
                    uid if uid in present.states else "",
                )
            )
    for uid in {**old.arrows, **new.arrows}:
        one, two = old.arrows.get(uid), new.arrows.get(uid)
        if one == two:
            continue
        arrow, cards = (two, new.cards) if two else (one, old.cards)
        if arrow is None or (two is None and not {arrow.source, arrow.target} <= new.cards.keys()):
            continue
        params = {"source": _words(cards[arrow.source]), "target": _words(cards[arrow.target])}
        code = f"offer-arrow-{_change(one, two)}"
        found.append(
            Offer(
                f"arrow:{uid}",
                "workflow",
                code,
                params,
                arrow.source,
                arrow.source if arrow.source in present.states else "",
                needs=tuple(f"card:{uid}" for uid in (arrow.source, arrow.target) if uid not in old.cards),
            )
        )
    return found


def mixed(before: Raw, after: Raw, accepted: Collection[str]) -> dict[str, Json]:
    """The sketch `before` with those changes to `after` whose offers are accepted, and with all new places.

    All is in the order of `after`, for names and rules follow it. An arrow without one of its cards is left
    out; lanes are those of `after`.
    """
    cards = _mixed("card", mapping(before.get("cards")), mapping(after.get("cards")), accepted)
    for uid, card in mapping(after.get("cards")).items():
        place = mapping(card).get("position")
        if uid in cards and place is not None:
            cards[uid] = {**mapping(cards[uid]), "position": place}
    arrows = _mixed("arrow", mapping(before.get("arrows")), mapping(after.get("arrows")), accepted)
    arrows = {
        uid: arrow
        for uid, arrow in arrows.items()
        if {text(mapping(arrow).get("from")), text(mapping(arrow).get("to"))} <= cards.keys()
    }
    lanes: dict[str, Json] = {"lanes": after["lanes"]} if "lanes" in after else {}
    return {"cards": cards, "arrows": arrows, **lanes}


def offers_to_sketch(was: Sketch, now: Sketch, after: Raw, old: Draft, present: Draft) -> list[Offer]:
    """The changes of the workflow since the sketch was converted, as changes of the sketch.

    States that were renamed, given to another owner, deleted or added, and arrows between them. What the
    sketch has changed itself since is left out. `after` has the sketch `now` as the sidecar has it.
    """
    found = [*_of_states(after, was, now, old, present)]
    found += _new_cards(now, old, present)
    cards = {uid for uid in present.states if uid in old.states} | {offer.card for offer in found}
    found += _of_arrows(now, old, present, cards)
    return found


def _change(was: object, now: object) -> str:
    return "added" if was is None else "removed" if now is None else "changed"


def _said(card: Card) -> tuple[object, ...]:
    return card.kind, card.text, card.owner, card.operations


def _words(card: Card) -> str:
    return plain(card.text.split("\n")[0]) or "…"


def _mixed(kind: str, before: Raw, after: Raw, accepted: Collection[str]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for uid in interleaved(after, before):
        side = after if f"{kind}:{uid}" in accepted else before
        if uid in side:
            found[uid] = side[uid]
    return found


def _own_states(draft: Draft) -> Iterator[tuple[str, DraftState]]:
    """The states that are the main one of their card."""
    return ((uid, state) for uid, state in draft.states.items() if state.entry.get("card") == uid)


def _of_states(after: Raw, was: Sketch, now: Sketch, old: Draft, present: Draft) -> Iterator[Offer]:
    cards = mapping(after.get("cards"))
    for uid, state in _own_states(old):
        card, raw, current = now.cards.get(uid), mapping(cards.get(uid)), present.states.get(uid)
        if card is None or uid not in was.cards or _said(card) != _said(was.cards[uid]):
            continue
        if current is None:
            arrows = {one: None for one, arrow in now.arrows.items() if uid in (arrow.source, arrow.target)}
            patch: dict[str, dict[str, Json]] = {"cards": {uid: None}, "arrows": dict(arrows)}
            yield Offer(f"gone:{uid}", "sketch", "offer-state-removed", {"state": state.name}, uid, "", patch)
            continue
        changed: dict[str, Json] = {}
        if current.name not in (state.name, _words(card)):
            changed["text"] = current.name
        owner = text(current.entry.get("owner"))
        if owner != text(state.entry.get("owner")):
            changed["owner"] = owner
        if changed:
            params = {"card": _words(card), "state": current.name}
            code = "offer-state-renamed" if "text" in changed else "offer-state-owner"
            yield Offer(
                f"state:{uid}", "sketch", code, params, uid, uid, {"cards": {uid: {**raw, **changed}}}
            )


def _new_cards(now: Sketch, old: Draft, present: Draft) -> Iterator[Offer]:
    """Cards for the states that a person has added to the workflow; none for containers."""
    inside = {uid for uid, state in present.states.items() if state.fields.get("Type") == "Map"}
    added = 0
    for uid, state in present.states.items():
        is_new = uid not in old.states and uid not in now.cards and not state.entry.get("card")
        if not is_new or state.inner or state.scope.partition("/")[0] in inside or added >= _MOST_NEW:
            continue
        added += 1
        card: dict[str, Json] = {
            "kind": _kind(state),
            "text": state.name,
            "position": state.entry.get("position") or {"x": 640, "y": 120 * added},
        }
        if state.entry.get("owner"):
            card["owner"] = state.entry["owner"]
        patch: dict[str, dict[str, Json]] = {"cards": {uid: card}}
        yield Offer(f"new:{uid}", "sketch", "offer-state-added", {"state": state.name}, uid, uid, patch)


def _kind(state: DraftState) -> str:
    if text(state.fields.get("Resource")).endswith(".waitForTaskToken"):
        return "person"
    return _KINDS.get(text(state.fields.get("Type")), "step")


def _of_arrows(now: Sketch, old: Draft, present: Draft, cards: Collection[str]) -> Iterator[Offer]:
    before, after = card_ways(old, cards), card_ways(present, cards)
    names = {uid: state.name for uid, state in (*old.states.items(), *present.states.items())}
    drawn = {(arrow.source, arrow.target): uid for uid, arrow in now.arrows.items()}
    for source, target in after:
        if (source, target) not in before and (source, target) not in drawn:
            params = {"source": names.get(source, ""), "target": names.get(target, "")}
            arrow: dict[str, Json] = {"from": source, "to": target}
            if after[source, target]:
                arrow["label"] = after[source, target]
            key = f"{source}-{target}"[:64]
            patch: dict[str, dict[str, Json]] = {"arrows": {key: arrow}}
            needs = tuple(f"new:{uid}" for uid in (source, target) if uid not in old.states)
            yield Offer(
                f"way:{source}>{target}", "sketch", "offer-way-added", params, source, source, patch, needs
            )
    for source, target in before:
        if (
            (source, target) not in after
            and (source, target) in drawn
            and {source, target} <= present.states.keys()
        ):
            params = {"source": names.get(source, ""), "target": names.get(target, "")}
            gone: dict[str, dict[str, Json]] = {"arrows": {drawn[source, target]: None}}
            yield Offer(f"cut:{source}>{target}", "sketch", "offer-way-removed", params, source, source, gone)
