"""Text of a diagram that was drawn elsewhere, as a part of a sketch."""

from __future__ import annotations

from functools import lru_cache

from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.sketch_actions.shared.fragment import Fragment
from exporters.scene.diagram_layout import sketched
from schemas.diagrams.reading import DiagramRefused, diagram_format
from schemas.diagrams.sketching import Sketched


def read_diagram(text: str) -> Sketched | None:
    """The sketch of a diagram; None for other text. Raises `ActionRefused` for one that cannot be read."""
    return _sketched(text) if diagram_format(text) else None


def fragment_of_diagram(found: Sketched) -> Fragment:
    """The cards, arrows and lanes of a diagram."""
    return Fragment(
        dict(found.sketch.cards), dict(found.sketch.arrows), {}, tuple(found.sketch.lanes.values())
    )


@lru_cache(maxsize=4)
def _sketched(text: str) -> Sketched:
    try:
        return sketched(text)
    except DiagramRefused as refused:
        diagnostic = refused.diagnostic
        raise ActionRefused(diagnostic.code, **diagnostic.params) from refused
