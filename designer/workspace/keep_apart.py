"""Keeps boxes apart that a change would put on each other: cards that grow, and notes under states.

A container that grows needs none of this: the scene moves what it would cover. Only a move by hand puts a box
on another, and then both stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from exporters.scene import Box, Scene, draw
from exporters.scene.space import Rect, nearest_free, overlap, pushed_off, reading_order
from schemas.core.edits import Edit, Replace, Set
from schemas.sidecar.annotations import NOTE_WIDTH, note_height, read_annotations
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Change, Workflow

NOTE = "note:"


def keep_apart(before: Workflow, change: Change) -> Change:
    """The change of a panel or of the text, with edits that move away what it makes a box grow over."""
    after = _after(before, change)
    if after is None:
        return change
    has_grown = bool(change.asl) and _types(before) != _types(after)
    moved = tuple(_grown_cards_apart(draw(before), draw(after), after)) if has_grown else ()
    return keep_notes_apart(before, replace(change, design=(*change.design, *moved)))


def keep_new_apart(before: Workflow, change: Change, new: Mapping[str, float | None]) -> Change:
    """The change, with edits that move apart the outermost boxes of `new` states and what they cover.

    Each new state is given with the x of its middle, or None where it stays.
    """
    after = _after(before, change)
    if after is None:
        return change
    scene = draw(after)
    rects = {box.id: box.rect for box in scene.boxes.values() if box.parent == "" and box.state}
    placed = {uid: _centred(rect, new.get(uid)) for uid, rect in rects.items()}
    apart = _apart(placed, {}, [uid for uid in rects if uid in new], scene.successors)
    moved = [
        Set(("states", uid, "position"), rect.corner.written)
        for uid, rect in apart.items()
        if uid in after.design.states and (rect != rects[uid] or after.design.states[uid].position is None)
    ]
    return keep_notes_apart(before, replace(change, design=(*change.design, *moved)))


def _centred(rect: Rect, middle: float | None) -> Rect:
    return rect if middle is None else rect.at(round(middle - rect.width / 2), rect.y)


def keep_notes_apart(before: Workflow, change: Change, by_hand: Collection[str] = ()) -> Change:
    """The change, with edits that move notes off what they would cover.

    `by_hand` are the ids of states and notes that a person puts where they stand then.
    """
    if not before.design.fields.get("notes") and not any(map(_is_about_notes, change.design)):
        return change
    after = _after(before, change)
    if after is None:
        return change
    moved = _notes_apart(_rects(before, draw(before)), _rects(after, draw(after)), by_hand)
    return replace(change, design=(*change.design, *moved))


def _is_about_notes(edit: Edit) -> bool:
    return not isinstance(edit, Replace) and edit.path[:1] == ("notes",)


def _after(before: Workflow, change: Change) -> Workflow | None:
    """The workflow after the change; None where nothing changes, or one of both texts cannot be read."""
    if not isinstance(before.document.value, dict) or not (change.asl or change.design):
        return None
    after = before.apply(change).workflow
    return after if isinstance(after.document.value, dict) else None


def _types(workflow: Workflow) -> dict[str, str]:
    """The types of the states, on which the sizes of cards depend, by uid."""
    states = identify(workflow.document.value, workflow.design).states
    return {uid: state.type for uid, state in states.items()}


def _grown_cards_apart(before: Scene, after: Scene, workflow: Workflow) -> Iterator[Edit]:
    """Edits that move what a card has grown over, as when it becomes a state of another type."""
    grown = [box for box in after.boxes.values() if _has_grown(before.boxes.get(box.id), box)]
    for scope in dict.fromkeys(box.parent for box in grown):
        boxes = [box for box in after.boxes.values() if box.parent == scope and box.state]
        rects = {box.id: box.rect for box in boxes}
        old = {box.id: box.rect for box in before.boxes.values() if box.parent == scope}
        apart = _apart(rects, old, [box.id for box in grown if box.parent == scope], after.successors)
        for uid, rect in apart.items():
            entry = workflow.design.states.get(uid)
            if rect != rects[uid] and entry and entry.position:
                yield Set(("states", uid, "position"), rect.corner.written)


def _has_grown(before: Box | None, after: Box) -> bool:
    if before is None or after.state is None:
        return False
    return after.width > before.width or after.height > before.height


def _apart(
    rects: Mapping[str, Rect], old: Mapping[str, Rect], grown: list[str], successors: Mapping[str, set[str]]
) -> dict[str, Rect]:
    apart = dict(rects)
    for id in grown:
        for other in sorted(rects, key=lambda other: reading_order(rects[other])):
            if other == id or not overlap(apart[id], apart[other]) or _overlapped(old, id, other):
                continue
            first, later = sorted((id, other), key=lambda id: reading_order(apart[id]))
            is_below = later in successors[first] and apart[later].y > apart[first].y
            apart = pushed_off(apart, later, apart[first], successors, moves_down=is_below, kept=first)
    return apart


def _notes_apart(
    before: Mapping[str, Rect], after: Mapping[str, Rect], by_hand: Collection[str]
) -> Iterator[Edit]:
    """Edits that move notes off what they would cover, to the nearest free place.

    A note that has become larger stays, and moves others away.
    """
    notes = [id for id in after if id.startswith(NOTE)]
    notes.sort(key=lambda id: id not in before or after[id].height <= before[id].height)
    places = dict(after)
    settled = [id for id in after if not id.startswith(NOTE)]
    for id in notes:
        covered = [other for other in settled if overlap(places[id], places[other])]
        if any(not _is_meant(before, after, by_hand, id, other) for other in covered):
            others = [rect for other, rect in places.items() if other != id]
            places[id] = nearest_free(places[id], others)
            yield Set(("notes", id.removeprefix(NOTE), "position"), places[id].corner.written)
        settled.append(id)


def _is_meant(
    before: Mapping[str, Rect], after: Mapping[str, Rect], by_hand: Collection[str], note: str, other: str
) -> bool:
    """True if a person has put the note there, or the other box on it; a new one may stand in a container."""
    if note not in before and not other.startswith(NOTE) and _is_within(after[note], after[other]):
        return True
    return note in by_hand or other in by_hand or _overlapped(before, note, other)


def _is_within(one: Rect, other: Rect) -> bool:
    return one.x >= other.x and one.y >= other.y and one.right <= other.right and one.bottom <= other.bottom


def _overlapped(before: Mapping[str, Rect], one: str, other: str) -> bool:
    return one in before and other in before and overlap(before[one], before[other])


def _rects(workflow: Workflow, scene: Scene) -> dict[str, Rect]:
    """The rectangles of the outermost boxes, of the cards in them, and of the notes, by id."""
    rects: dict[str, Rect] = {}
    for box in scene.boxes.values():
        around = rects.get(box.parent, Rect(0, 0, 0, 0))
        rects[box.id] = Rect(around.x + box.x, around.y + box.y, box.width, box.height)
    holding = {box.parent for box in scene.boxes.values()}
    shown = {id: rect for id, rect in rects.items() if id not in holding or scene.boxes[id].parent == ""}
    notes = read_annotations(workflow.design).notes
    return shown | {
        f"{NOTE}{uid}": Rect(note.position.x, note.position.y, NOTE_WIDTH, note_height(note.text))
        for uid, note in notes.items()
    }
