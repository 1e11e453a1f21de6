"""Reads the statements of a flowchart as Mermaid does; what cannot be read is told, and the rest is read."""

from __future__ import annotations

import re
from itertools import islice, product

from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.diagrams.diagram import warning
from schemas.diagrams.mermaid.flowchart import Flowchart, FlowEdge, FlowNode, Subgraph
from schemas.diagrams.mermaid.labels import ENTITY_END, ENTITY_START, Label
from schemas.diagrams.mermaid.scanner import Link, Scanner, Unreadable
from schemas.diagrams.mermaid.shapes import ROLES
from schemas.diagrams.mermaid.source import Lines, Source
from schemas.document.document import Document
from schemas.sidecar.limits import MAX_ENTRIES

MAX_EDGES = 5 * MAX_ENTRIES
MAX_MESSAGES = 50
_EXCERPT = 60

_HEAD = re.compile(r"\s*[\w-]+[ \t]*(LR|RL|TB|BT|TD|BR|[<>^]|v\b)?")
_DIRECTIONS = {"TD": "TB", "v": "TB", "<": "RL", ">": "LR", "^": "BT"}
_SEPARATORS = re.compile(r"[\s;]+")
_END_OF_STATEMENT = re.compile(r"[ \t]*(?:;|\n|\Z|%%[^\n]*)")
_AMPERSAND = re.compile(r"[ \t]+&[ \t]*")
_IGNORED = re.compile(
    r"(?:style|linkStyle|classDef|class)\b(?:\"[^\"]*\"|[^\"\n;])*"
    r"|click[ \t](?:\"[^\"]*\"|[^\"\n;])*"
    r"|acc(?:Title|Descr)[ \t]*:[^\n]*"
    r"|accDescr[ \t]*\{[^}]*\}?"
    r"|direction[ \t]+(?:TB|BT|RL|LR|TD)\b[^\n]*"
)
_SUBGRAPH = re.compile(r"subgraph\b[ \t]*")
_END = re.compile(r"end\b(?![ \t]*(?:-->|---|\[|\())")
_TITLE = re.compile(r"(?:\"`([^`\"]*)`\"|\"([^\"]*)\"|([^\n;\[\"]*))[ \t]*")
_CLASS = re.compile(r":::")
_CLASSES = re.compile(r"class[ \t]+([^\s;]+(?:[ \t]*,[ \t]*[^\s;,]+)*)[ \t]+([\w-]+)")
_SHAPE_DATA = re.compile(r'@\{((?:"[^"]*"|[^"}])*)\}')
_LINE_IN_STRING = re.compile(r"\n\s*")
_STRING = re.compile(r'"[^"]*"')


class _Open:
    """A subgraph whose end has not been read."""

    def __init__(self, offset: int, id: str, label: Label) -> None:
        self.offset = offset
        self.id = id
        self.label = label
        self.members: list[str] = []


def read_flowchart(source: Source) -> Flowchart:
    """The flowchart in `source`; its messages tell the statements that could not be read."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._scanner = Scanner(source.text)
        self._lines = Lines(source.text)
        self._chart = Flowchart(title=source.title)
        self._open: list[_Open] = []
        self._edge_ids: set[str] = set()
        self._placed: set[str] = set()
        self._closed = 0

    def read(self) -> Flowchart:
        head = self._scanner.take(_HEAD)
        direction = head[1] if head and head[1] else "TB"
        self._chart.direction = _DIRECTIONS.get(direction, direction)
        while True:
            self._scanner.take(_SEPARATORS)
            if self._scanner.is_done:
                break
            start = self._scanner.at
            known, drawn = len(self._chart.nodes), len(self._chart.edges)
            try:
                self._statement()
            except Unreadable as unreadable:
                self._forget(known, drawn)
                self._tell_unreadable(start, unreadable.offset)
        while self._open:
            self._tell(self._open[-1].offset, "diagram-subgraph-open", name=self._open[-1].label.text)
            self._close()
        return self._chart

    def _statement(self) -> None:
        scanner = self._scanner
        start = scanner.at
        if scanner.take(_IGNORED):
            if named := _CLASSES.match(scanner.text, start):
                for id in named[1].split(","):
                    self._classify(id.strip(), named[2])
            return
        if scanner.take(_SUBGRAPH):
            self._begin(start)
        elif self._open and scanner.take(_END):
            self._close()
        else:
            self._edges()
        if not scanner.take(_END_OF_STATEMENT) and not self._closes(start):
            raise Unreadable(scanner.at)

    def _closes(self, start: int) -> bool:
        """True behind the `end` of a subgraph, which needs no separator."""
        return _END.match(self._scanner.text, start) is not None

    def _begin(self, offset: int) -> None:
        scanner = self._scanner
        found = scanner.take(_TITLE)
        label = _title(found) if found else Label()
        bracketed = scanner.bracketed() if scanner.text.startswith("[", scanner.at) else None
        id = "" if bracketed is None and re.search(r"\s", label.written) else label.written.strip()
        self._open.append(_Open(offset, id, bracketed[0] if bracketed else label))

    def _close(self) -> None:
        """Add the subgraph; a member of one that was closed before stays there."""
        done = self._open.pop()
        id = done.id or f"subGraph{self._closed}"
        self._closed += 1
        members = [member for member in dict.fromkeys(done.members) if member not in self._placed]
        self._placed.update(members)
        if id in self._chart.subgraphs:
            members = [*self._chart.subgraphs.pop(id).members, *members]
        self._chart.subgraphs[id] = Subgraph(done.label, tuple(member for member in members if member != id))
        if self._open:
            self._open[-1].members.append(id)

    def _edges(self) -> None:
        """Read a statement of nodes and links: `A & B --> C -- text --> D`."""
        sources = self._nodes()
        named = list(sources)
        while link := self._scanner.link():
            targets = self._nodes()
            self._connect(sources, targets, link)
            named += targets
            sources = targets
        if self._open:
            self._open[-1].members += (id for id in named if id not in self._edge_ids)

    def _nodes(self) -> list[str]:
        ids = [self._node()]
        while self._scanner.take(_AMPERSAND):
            ids.append(self._node())
        return ids

    def _node(self) -> str:
        scanner = self._scanner
        id = scanner.id()
        bracketed = scanner.bracketed()
        if id not in self._edge_ids:
            self._add(id, bracketed)
        while True:
            if scanner.take(_CLASS):
                self._classify(id, scanner.id())
                continue
            start = scanner.at
            data = scanner.take(_SHAPE_DATA)
            if data is None:
                return id
            if id not in self._edge_ids and id not in self._chart.subgraphs:
                self._describe(id, data[1], start)

    def _add(self, id: str, bracketed: tuple[Label, str] | None) -> None:
        node = self._chart.nodes.setdefault(id, FlowNode(Label(id)))
        if bracketed:
            node.label, node.shape = bracketed

    def _classify(self, id: str, name: str) -> None:
        if id in self._chart.nodes:
            self._chart.nodes[id].classes += (name,)

    def _describe(self, id: str, data: str, offset: int) -> None:
        """Give a node what `@{ shape: …, label: … }` says."""
        fields = _shape_data(data)
        if fields is None:
            raise Unreadable(offset)
        node = self._chart.nodes[id]
        shape, label = fields.get("shape"), fields.get("label")
        if isinstance(shape, str):
            if shape in ROLES:
                node.shape = shape
            else:
                self._tell(offset, "diagram-unknown-shape", shape=shape)
        if label not in (None, ""):
            node.label = Label(str(label), markdown=fields.get("labelType", "markdown") == "markdown")
        elif (fields.get("icon") or fields.get("img")) and node.label.written == id:
            node.label = Label()

    def _connect(self, sources: list[str], targets: list[str], link: Link) -> None:
        if len(self._chart.edges) + len(sources) * len(targets) > MAX_EDGES:
            self._tell(self._scanner.at, "diagram-too-many", limit=str(MAX_EDGES))
            return
        if link.id:
            self._edge_ids.add(link.id)
        for source, target in product(sources, targets):
            self._chart.edges.append(FlowEdge(source, target, link.label, link.head, link.stroke))

    def _forget(self, known: int, drawn: int) -> None:
        """Take back the nodes and edges that a statement has added which cannot be read to its end."""
        for id in list(islice(self._chart.nodes, known, None)):
            del self._chart.nodes[id]
        del self._chart.edges[drawn:]

    def _tell_unreadable(self, start: int, offset: int) -> None:
        """Say what could not be read, and go on in the next line."""
        self._scanner.at = max(offset, start)
        self._scanner.rest_of_line()
        line = self._scanner.text[start : self._scanner.at].strip().split("\n")[-1]
        excerpt = line.replace(ENTITY_START, "#").replace(ENTITY_END, ";")
        if len(excerpt) > _EXCERPT:
            excerpt = f"{excerpt[: _EXCERPT - 1]}…"
        self._tell(offset, "diagram-unreadable-statement", text=excerpt)

    def _tell(self, offset: int, code: str, **params: str) -> None:
        if len(self._chart.messages) < MAX_MESSAGES:
            line, column = self._lines.place(min(offset, len(self._scanner.text)))
            self._chart.messages.append(warning(code, line, column, **params))


def _title(found: re.Match[str]) -> Label:
    if found[1] is not None:
        return Label(found[1].strip(), markdown=True)
    return Label((found[2] if found[2] is not None else found[3]).strip())


def _shape_data(data: str) -> dict[str, Json] | None:
    """The fields of `@{ … }`, which is YAML; None where it cannot be read."""
    written = _STRING.sub(lambda found: _LINE_IN_STRING.sub("<br/>", found[0]), data)
    written = written.replace(ENTITY_START, "#").replace(ENTITY_END, ";")
    document = Document.parse(written + "\n" if "\n" in written else f"{{\n{written}\n}}", "yaml")
    return None if document.problem else mapping(document.value)
