"""The sketch of a workflow as actions read it, and the edits that they write into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from designer.workspace.actions.shared.context import ActionRefused
from exporters.scene.sketch import CardArrow, CardBox, SketchScene, draw_sketch
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Remove, Set
from schemas.core.paths import Json
from schemas.sidecar.annotations import Lane
from schemas.sidecar.design import MAX_COORDINATE, Point, is_uid
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.sketch import Sketch, read_sketch
from schemas.sidecar.workflow import Change, Workflow

ARROW, LANE = "arrow:", "lane:"
SECTIONS = ("cards", "arrows", "lanes")

Entries = Mapping[str, Mapping[str, Json]]
"""Fields of entries, by uid."""


class SketchContext:
    """The sketch of a workflow, and lookups in it.

    Cards have their uids as ids; those of arrows and lanes begin with "arrow:" and "lane:".
    Raises `ActionRefused` where the sidecar cannot be read.
    """

    def __init__(self, workflow: Workflow) -> None:
        if not isinstance(workflow.design.document.value, dict):
            raise ActionRefused("action-broken-design")
        self.workflow = workflow
        self.sketch: Sketch = read_sketch(workflow.design)
        self.scene: SketchScene = draw_sketch(self.sketch)

    def card(self, uid: str) -> CardBox:
        """The card with that uid. Raises `ActionRefused` where there is none."""
        if uid not in self.scene.boxes:
            raise ActionRefused("action-gone")
        return self.scene.boxes[uid]

    def arrow(self, id: str) -> CardArrow:
        """The arrow with that id. Raises `ActionRefused` where there is none."""
        uid = id.removeprefix(ARROW)
        if not id.startswith(ARROW) or uid not in self.scene.arrows:
            raise ActionRefused("action-gone")
        return self.scene.arrows[uid]

    def lane(self, id: str) -> tuple[str, Lane]:
        """The uid of the lane with that id, and the lane. Raises `ActionRefused` where there is none."""
        uid = id.removeprefix(LANE)
        if not id.startswith(LANE) or uid not in self.sketch.lanes:
            raise ActionRefused("action-gone")
        return uid, self.sketch.lanes[uid]

    def entry(self, section: str, uid: str) -> dict[str, Json]:
        """The fields of an entry as the sidecar has them."""
        return mapping(mapping(mapping(self.workflow.design.fields.get("sketch")).get(section)).get(uid))

    def added(self, section: str, new: Entries) -> Iterator[Edit]:
        """Edits that add entries. Raises `ActionRefused` for a taken uid, or one too many."""
        before = mapping(mapping(self.workflow.design.fields.get("sketch")).get(section))
        if any(not is_uid(uid) or uid in before for uid in new):
            raise ActionRefused("action-taken")
        if len(before) + len(new) > MAX_ENTRIES:
            raise ActionRefused("action-too-many", limit=f"{MAX_ENTRIES:,}")
        for uid, entry in new.items():
            yield Set(("sketch", section, uid), dict(entry))

    def changed(self, section: str, uid: str, fields: Mapping[str, Json]) -> Iterator[Edit]:
        """Edits that set those fields of an entry that differ; an empty owner or label is left out."""
        before = self.entry(section, uid)
        for name, value in fields.items():
            path = ("sketch", section, uid, name)
            if value == "" and name in ("owner", "label"):
                yield from [Remove(path)] if name in before else []
            elif name not in before or before[name] != value:
                yield Set(path, value)

    def moved(self, points: Mapping[str, Point]) -> Iterator[Edit]:
        """Edits that put cards and lanes, by their ids, at these places. Raises `ActionRefused`."""
        for id, point in points.items():
            section, uid = ("lanes", self.lane(id)[0]) if id.startswith(LANE) else ("cards", self.card(id).id)
            yield from self.changed(section, uid, {"position": inside(point).written})

    def change(self, edits: Iterable[Edit]) -> Change:
        """The change of these edits; the objects that they stand in are made first where they are missing."""
        found = tuple(edits)
        needed = {edit.path[1] for edit in found if isinstance(edit, Set)}
        return Change(design=(*self._sections(needed), *found))

    def _sections(self, needed: set[str | int]) -> Iterator[Edit]:
        sketch = self.workflow.design.fields.get("sketch")
        if needed and not isinstance(sketch, dict):
            yield Set(("sketch",), {})
        for section in SECTIONS:
            if section in needed and not isinstance(mapping(sketch).get(section), dict):
                yield Set(("sketch", section), {})


def inside(point: Point) -> Point:
    """The same place in whole pixels, and no farther out than the sidecar may say."""
    x, y = (round(max(-MAX_COORDINATE, min(MAX_COORDINATE, number))) for number in (point.x, point.y))
    return Point(x, y)
