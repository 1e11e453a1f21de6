"""The differences of two workflows as a flowchart in Mermaid, which GitHub draws in a comment."""

from __future__ import annotations

from collections import defaultdict

from exporters.comparison.marks import COLOURS
from exporters.comparison.union import START, Link, Node, Union, union
from exporters.formats.mermaid.text import FlowText, label, link, node
from exporters.formats.mermaid.workflow_flow import SHAPES, UNKNOWN
from exporters.formats.mermaid.workflow_flow import START as START_SHAPE
from exporters.scene.captions import captions
from exporters.settings import Settings
from schemas.comparison.comparison import Comparison
from schemas.wording.edge_labels import label as edge_label

MOST_LINKS = 450
MOST_CHARACTERS = 45_000
"""Mermaid refuses more than 500 links, and a text of more than 50,000 characters."""

REMOVED_WIDTH, ADDED_WIDTH = 1.5, 2.5


def comparison_flow(comparison: Comparison, settings: Settings) -> tuple[str, bool]:
    """The flowchart, and true if it has the changed part alone; "" if even that is too large to be drawn."""
    whole = union(comparison)
    for shown, is_part in ((whole, False), (whole.changed_part(), True)):
        text = _Writer(shown, settings).written() if len(shown.links) <= MOST_LINKS else ""
        if text and len(text) <= MOST_CHARACTERS:
            return text, is_part
    return "", True


class _Writer:
    def __init__(self, shown: Union, settings: Settings) -> None:
        self._shown = shown
        self._settings = settings
        self._flow = FlowText("TD")
        self._inside: dict[str, list[Node]] = defaultdict(list)
        for each in shown.nodes.values():
            self._inside[each.parent].append(each)

    def written(self) -> str:
        self._write_nodes()
        styles = [self._write_link(number, each) for number, each in enumerate(self._shown.links)]
        for style in filter(None, styles):
            self._flow.add(style)
        for mark in sorted({each.mark for each in self._shown.nodes.values() if each.mark}):
            line, ground = COLOURS[mark]
            dashes = ",stroke-dasharray:5" if mark == "removed" else ""
            self._flow.add(
                f"classDef {mark} fill:{ground},stroke:{line},stroke-width:2px,color:#1f2732{dashes}"
            )
            ids = [each.id for each in self._shown.nodes.values() if each.mark == mark]
            self._flow.add(f"class {','.join(ids)} {mark}")
        return str(self._flow)

    def _write_nodes(self) -> None:
        """Write the nodes and the containers around them, without recursion: containers may be deep."""
        if any(each.source == START for each in self._shown.links):
            self._flow.add(node(START, START_SHAPE, label(" ")))
        waiting: list[Node | None] = list(reversed(self._inside[""]))
        while waiting:
            each = waiting.pop()
            if each is None:
                self._flow.end()
            elif inside := self._inside.get(each.id):
                self._flow.begin(each.id, self._lines(each)[0])
                waiting += [None, *reversed(inside)]
            else:
                shape = SHAPES.get(each.state.type, UNKNOWN)
                self._flow.add(node(each.id, shape, label(*self._lines(each))))

    def _write_link(self, number: int, each: Link) -> str:
        """Write an edge; return the statement that colours it, if it is marked."""
        settings, edge = self._settings, each.edge
        source = self._shown.nodes.get(each.source)
        otherwise = source.side.workflow.design.otherwise(_uid(source)) if source else ""
        words = edge_label(edge.kind, edge.fields, settings.language, settings.view_mode, otherwise)
        is_dotted = edge.kind == "catch" or each.mark == "removed"
        self._flow.add(link(each.source, each.target, words, is_dotted=is_dotted))
        if each.mark is None:
            return ""
        width = REMOVED_WIDTH if each.mark == "removed" else ADDED_WIDTH
        return f"linkStyle {number} stroke:{COLOURS[each.mark][0]},stroke-width:{width}px"

    def _lines(self, each: Node) -> tuple[str, str]:
        """The title of a state, and its former name where it has another."""
        entry = each.side.workflow.design.states.get(_uid(each))
        caption = captions(each.state, entry, self._settings.language)[self._settings.view_mode]
        return caption.title, f"({each.former_name})" if each.former_name else caption.line


def _uid(each: Node) -> str:
    return each.side.identity.uids[each.state.path]
