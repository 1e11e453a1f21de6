"""A board of Miro as a diagram: frames become groups, connectors edges; a connected note is a step."""

from __future__ import annotations

import json
from collections import Counter, defaultdict

from schemas.core.coerce import mapping, number, text
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json
from schemas.diagrams.diagram import Diagram, Edge, Group, Node, Rectangle, Role, warning
from schemas.diagrams.html_text import html_text
from schemas.diagrams.miro.answers import Board, end_of, parent_of
from schemas.sidecar.limits import MAX_ENTRIES

_FAR = 1e7
_SIZE = 100.0
MAX_NESTING = 20
_ROLES: dict[Role, str] = {
    "decision": "rhombus flow_chart_decision diamond",
    "table": "can flow_chart_magnetic_disk flow_chart_magnetic_drum flow_chart_online_storage "
    "flow_chart_internal_storage flow_chart_offline_storage flow_chart_magnetic_tape database",
    "external": "cloud flow_chart_predefined_process",
    "screen": "parallelogram flow_chart_input_output flow_chart_display flow_chart_manual_input",
    "person": "flow_chart_manual_operation person actor",
    "terminal": "circle ellipse flow_chart_terminator",
    "note": "flow_chart_note_curly_left flow_chart_note_curly_right flow_chart_note_square left_brace "
    "right_brace wedge_round_rectangle_callout",
}
_ROLE_OF = {shape: role for role, shapes in _ROLES.items() for shape in shapes.split()}
_WITH_TEXT = ("shape", "sticky_note", "text", "card", "app_card", "mindmap_node", "stencil")
_HEADLESS = ("none", "")


def diagram_of(board: Board, source: str) -> Diagram:
    """The diagram on a board that was read from `source`."""
    return _Reader(board, source).diagram()


class _Reader:
    def __init__(self, board: Board, source: str) -> None:
        self._board = board
        self._source = source
        connectors = board.connectors.values()
        self._connected = {end_of(each, end) for each in connectors for end in ("start", "end")}
        self._messages: list[Diagnostic] = []
        self._left_out: Counter[str] = Counter()

    def diagram(self) -> Diagram:
        items = self._board.items
        frames = [id for id, item in items.items() if item.get("type") == "frame"][:MAX_ENTRIES]
        nodes = {
            id: node
            for id, item in items.items()
            if item.get("type") != "frame" and (node := self._node(id, item))
        }
        members = self._members(nodes, frames)
        groups = {id: Group(_words(items[id]), tuple(members[id]), self._place(items[id])) for id in frames}
        edges = tuple(self._edges(nodes, groups))
        for type, count in sorted(self._left_out.items()):
            self._messages.append(warning("diagram-left-out", type=type, count=str(count)))
        return Diagram(nodes, edges, groups, self._board.name, messages=tuple(self._messages))

    def _node(self, id: str, item: dict[str, Json]) -> Node | None:
        """An item as a node; None for one without words that nothing is connected to."""
        type = text(item.get("type"))
        words = _words(item)
        if id not in self._connected and (not words or type not in _WITH_TEXT):
            if words or type not in ("shape", "text", "sticky_note"):
                self._left_out[type] += 1
            return None
        return Node(words, _role(type, item), self._place(item))

    def _place(self, item: dict[str, Json], nesting: int = 0) -> Rectangle:
        """The place of an item on the board; it is told by its middle."""
        position, geometry = mapping(item.get("position")) or item, mapping(item.get("geometry")) or item
        width, height = _size(geometry.get("width")), _size(geometry.get("height"))
        x, y = number(position.get("x"), _FAR) or 0.0, number(position.get("y"), _FAR) or 0.0
        frame = self._board.items.get(parent_of(item))
        relative = position.get("relativeTo", "parent_top_left" if frame else "")
        if frame is not None and relative == "parent_top_left" and nesting < MAX_NESTING:
            around = self._place(frame, nesting + 1)
            x, y = x + around.x, y + around.y
        return Rectangle(x - width / 2, y - height / 2, width, height)

    def _members(self, nodes: dict[str, Node], frames: list[str]) -> defaultdict[str, list[str]]:
        """The items in each frame: those that name it, and those that lie on it and name none."""
        members: defaultdict[str, list[str]] = defaultdict(list)
        places = {id: self._place(self._board.items[id]) for id in frames}
        for id in (*nodes, *frames):
            parent = parent_of(self._board.items[id])
            if not parent and id in nodes:
                parent = _smallest_around(nodes[id].place, places)
            if parent and parent != id:
                members[parent].append(id)
        return members

    def _edges(self, nodes: dict[str, Node], groups: dict[str, Group]) -> list[Edge]:
        edges = []
        for id, connector in self._board.connectors.items():
            source, target = end_of(connector, "start"), end_of(connector, "end")
            label = _captions(connector)
            if not all(end in nodes or end in groups for end in (source, target)):
                self._messages.append(warning("diagram-loose-arrow", *self._line_of(id), text=label or "-"))
                continue
            style = mapping(connector.get("style"))
            at_start = style.get("startStrokeCap", "none") not in _HEADLESS
            at_end = style.get("endStrokeCap", "stealth") not in _HEADLESS
            if at_start and not at_end:
                source, target = target, source
            edges.append(Edge(source, target, label, both=at_start and at_end))
        return edges

    def _line_of(self, id: str) -> tuple[int, int]:
        at = self._source.find(json.dumps(id))
        if at < 0:
            return 1, 1
        return self._source.count("\n", 0, at) + 1, at - (self._source.rfind("\n", 0, at) + 1) + 1


def _smallest_around(place: Rectangle | None, frames: dict[str, Rectangle]) -> str:
    """The smallest frame that the middle of `place` lies on; "" for none."""
    if place is None:
        return ""
    x, y = place.center
    around = [
        (frame.width * frame.height, id)
        for id, frame in frames.items()
        if frame.x <= x <= frame.x + frame.width and frame.y <= y <= frame.y + frame.height
    ]
    return min(around)[1] if around else ""


def _words(item: dict[str, Json]) -> str:
    data = mapping(item.get("data")) or item
    content = text(data.get("content")) or text(data.get("title"))
    if not content:
        node_view = mapping(mapping(data.get("nodeView")).get("data"))
        content = text(node_view.get("content"))
    return html_text(content)


def _role(type: str, item: dict[str, Json]) -> Role:
    if type in ("text", "sticky_note"):
        return "note"
    data = mapping(item.get("data")) or item
    return _ROLE_OF.get(text(data.get("shape")) or text(item.get("shape")), "plain")


def _captions(connector: dict[str, Json]) -> str:
    captions = connector.get("captions")
    entries = captions if isinstance(captions, list) else []
    return " ".join(filter(None, (html_text(text(mapping(entry).get("content"))) for entry in entries)))


def _size(value: Json) -> float:
    found = number(value, _FAR)
    return found if found is not None and found > 0 else _SIZE
