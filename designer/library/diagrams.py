"""Workflows from diagrams that were drawn elsewhere: a diagram is the sketch of a workflow without states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from designer.base.refusal import Refusal
from exporters.scene.diagram_layout import sketched
from schemas.core.diagnostic import Diagnostic, Language
from schemas.diagrams.reading import DiagramRefused, diagram_format, is_named_like_a_diagram
from schemas.diagrams.sketching import Sketched
from schemas.sidecar.sketch_writer import design_with_sketch
from schemas.sidecar.workflow import Workflow, new_workflow


class DiagramRefusal(Refusal):
    """A diagram cannot be taken over."""

    def __init__(self, diagnostic: Diagnostic, file: str = "") -> None:
        super().__init__(diagnostic.code, file, diagnostic.line, diagnostic.column)
        self.diagnostic = diagnostic

    def message(self, language: Language) -> str:
        """The reason in one or two sentences."""
        return self.diagnostic.message(language)


def is_diagram(texts: Mapping[str, str]) -> bool:
    """True if all these texts, by the names of their files, are diagrams or named like one."""
    return bool(texts) and all(
        is_named_like_a_diagram(file) or diagram_format(text) is not None for file, text in texts.items()
    )


def sketch_from(text: str, file: str = "") -> Sketched:
    """The sketch of a diagram in `text`, laid out where its format has no places. Raises `DiagramRefusal`."""
    try:
        return sketched(text, file)
    except DiagramRefused as refused:
        raise DiagramRefusal(refused.diagnostic, file) from refused


def sketched_workflow(name: str, taken_over: Sketched) -> Workflow:
    """A new workflow with that sketch; the title of the diagram is its name, if it has one."""
    title = taken_over.title[:120]
    return replace(new_workflow(title or name), design=design_with_sketch(taken_over.sketch, title))
