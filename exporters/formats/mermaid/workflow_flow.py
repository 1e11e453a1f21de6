"""A definition as a flowchart: states by their types, Map and Parallel as subgraphs, catchers dotted."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.formats.mermaid.text import FlowText, label, link, node
from exporters.scene.captions import Caption, captions
from exporters.settings import Settings
from schemas.asl.graph import Edge, Graph, graph
from schemas.asl.walk import Scope, State
from schemas.core.paths import Path
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow
from schemas.wording.edge_labels import label as edge_label

SHAPES: Mapping[str, tuple[str, str]] = {
    "Task": ("[", "]"),
    "Pass": ("(", ")"),
    "Choice": ("{", "}"),
    "Wait": ("{{", "}}"),
    "Succeed": ("([", "])"),
    "Fail": ("([", "])"),
    "Map": ("[[", "]]"),
    "Parallel": ("[[", "]]"),
}
"""A Map or Parallel without states in it has a shape, too: Mermaid draws no empty subgraph."""
UNKNOWN = (">", "]")
START_ID, START = "start", ("((", "))")
CLASSES = {"Succeed": "succeeded", "Fail": "failed"}
STYLES = {"succeeded": "stroke:#2e7d32,stroke-width:2px", "failed": "stroke:#c62828,stroke-width:2px"}


def workflow_flow(workflow: Workflow, settings: Settings) -> str:
    """The flowchart of a definition, in the words of the view mode and the language."""
    return _Writer(workflow, settings).written()


class _Writer:
    def __init__(self, workflow: Workflow, settings: Settings) -> None:
        self._settings = settings
        self._graph: Graph = graph(workflow.document.value)
        self._design = workflow.design
        self._uids = identify(workflow.document.value, workflow.design).uids
        self._inner: dict[Path, list[Scope]] = {}
        for scope in self._graph.scopes:
            if scope.owner:
                self._inner.setdefault(scope.owner.path, []).append(scope)
        self._members: dict[Path, list[State]] = {}
        for state in self._graph.states:
            self._members.setdefault(state.scope.path, []).append(state)
        self._ids = {state.path: f"s{number}" for number, state in enumerate(self._graph.states, 1)}
        self._flow = FlowText("TD")

    def written(self) -> str:
        for scope in self._graph.scopes:
            if scope.owner is None:
                self._write_scope(scope)
        for edge in self._graph.edges:
            self._write_edge(edge)
        types = {state.type for state in self._graph.states}
        for type, kind in CLASSES.items():
            if type in types:
                self._flow.add(f"classDef {kind} {STYLES[kind]}")
        return str(self._flow)

    def _write_scope(self, outermost: Scope) -> None:
        """Write the states of a scope and of those in it, without recursion: containers may be deep."""
        waiting: list[State | None] = list(reversed(self._members.get(outermost.path, [])))
        while waiting:
            state = waiting.pop()
            if state is None:
                self._flow.end()
                continue
            inside = self._inside(state)
            if inside:
                self._flow.begin(self._ids[state.path], self._title(state))
                waiting += [None, *reversed(inside)]
            else:
                self._write_state(state)

    def _inside(self, state: State) -> list[State]:
        return [
            inner for scope in self._inner.get(state.path, []) for inner in self._members.get(scope.path, [])
        ]

    def _write_state(self, state: State) -> None:
        caption = self._caption(state)
        words = label(caption.title, caption.line)
        shape = SHAPES.get(state.type, UNKNOWN)
        self._flow.add(node(self._ids[state.path], shape, words, CLASSES.get(state.type, "")))

    def _write_edge(self, edge: Edge) -> None:
        """Write an edge to a state that there is; of the starts only that of the machine is drawn."""
        if edge.target is None:
            return
        target = self._ids[edge.target.path]
        if isinstance(edge.source, Scope):
            if edge.source.owner is None:
                self._flow.add(node(START_ID, START, label(" ")))
                self._flow.add(link(START_ID, target))
            return
        settings = self._settings
        otherwise = self._design.otherwise(self._uids[edge.source.path])
        words = edge_label(edge.kind, edge.fields, settings.language, settings.view_mode, otherwise)
        self._flow.add(link(self._ids[edge.source.path], target, words, is_dotted=edge.kind == "catch"))

    def _title(self, state: State) -> str:
        return self._caption(state).title

    def _caption(self, state: State) -> Caption:
        entry = self._design.states.get(self._uids[state.path])
        return captions(state, entry, self._settings.language)[self._settings.view_mode]
