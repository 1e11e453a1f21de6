"""The canvas read back from the page, and what it is to be by the definition, in the same terms."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from playwright.sync_api import Page

from exporters.scene import draw
from schemas.asl.graph import graph
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

State = tuple[str, str, str]
Arrow = tuple[str, str, str, str]


@dataclass(frozen=True)
class Mirror:
    """States as (name, type, what is around them), arrows as (source, kind, target, label).

    What is around is a state's name, with the number of the branch; "" for the machine.
    """

    states: Counter[State]
    arrows: Counter[Arrow]


def on_page(page: Page) -> Mirror:
    """The canvas as it is drawn."""
    nodes = page.locator(".react-flow__node:has([data-state])").evaluate_all(
        """all => all.map(node => {
            const look = node.querySelector('[data-state]');
            return [node.dataset.id, look.dataset.state, look.dataset.type, look.dataset.scope];
        })"""
    )
    names = {id: name for id, name, _, _ in nodes}
    arrows = page.locator("[data-arrow]").evaluate_all(
        """all => all.map(path => {
            const { from, arrow, to } = path.dataset;
            const id = path.closest('.react-flow__edge').dataset.id;
            const layer = path.getRootNode();
            const label = layer.querySelector(`[data-edge-label="${CSS.escape(id)}"] .arrow-words`);
            return [from, arrow, to, label ? label.textContent : ''];
        })"""
    )
    return Mirror(
        Counter((name, type, _place(names, scope)) for _, name, type, scope in nodes),
        Counter((_place(names, source), kind, names[to], label) for source, kind, to, label in arrows),
    )


def of(workflow: Workflow) -> Mirror:
    """The canvas as it is to be."""
    found = graph(workflow.document.value)
    identity = identify(workflow.document.value, workflow.design)
    names = {uid: state.name for uid, state in identity.states.items()}
    scene = draw(workflow, "en")
    return Mirror(
        Counter(
            (state.name, state.type, _place(names, identity.scope_ids[state.scope.path]))
            for state in found.states
        ),
        Counter(
            (
                _place(names, arrow.source),
                arrow.edge.kind,
                names[arrow.target],
                arrow.labels["engineering"] or ("otherwise" if arrow.edge.kind == "default" else ""),
            )
            for arrow in scene.edges.values()
        ),
    )


def _place(names: dict[str, str], id: str) -> str:
    """A state's name, or that of a scope."""
    owner, slash, branch = id.partition("/")
    return names.get(owner, "") + slash + branch
