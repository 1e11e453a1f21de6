"""The runbook (運用設計書) and the design sheet: Markdown, and one HTML file that prints well."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from exporters.format import Artifact, Format
from exporters.formats.pictures.svg import svg
from exporters.formats.runbook.book import Book
from exporters.formats.runbook.contents import runbook
from exporters.formats.runbook.design_sheet import design_sheet
from exporters.formats.runbook.html import html
from exporters.formats.runbook.markdown import markdown
from exporters.names import file_name
from exporters.settings import SettingName, Settings
from schemas.sidecar.workflow import Workflow


@dataclass(frozen=True, slots=True)
class Runbook(Format):
    """`<name>.runbook.html`, which is whole in itself, and `<name>.runbook.md` with its picture beside it."""

    name: str = "runbook"
    rank: ClassVar[int] = 32
    refuses_errors: ClassVar[bool] = False
    settings: ClassVar[tuple[SettingName, ...]] = ("language",)

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """Return the page, the Markdown and its picture. Raises `SceneTooLarge`."""
        book = runbook(workflow, settings.language)
        return _printed(book, f"{file_name(workflow.name)}.runbook", workflow, settings)


@dataclass(frozen=True, slots=True)
class DesignSheet(Format):
    """`<name>.sheet.html` and `<name>.sheet.md` with its picture: one page for a review."""

    name: str = "design-sheet"
    rank: ClassVar[int] = 34
    refuses_errors: ClassVar[bool] = False
    settings: ClassVar[tuple[SettingName, ...]] = ("language",)

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """Return the page, the Markdown and its picture. Raises `SceneTooLarge`."""
        book = design_sheet(workflow, settings.language)
        return _printed(book, f"{file_name(workflow.name)}.sheet", workflow, settings)


def _printed(book: Book, name: str, workflow: Workflow, settings: Settings) -> list[Artifact]:
    """The files of a book, whose picture is that of the business."""
    for_business = replace(settings, view_mode="business", theme="light", layout="auto")
    picture = "" if workflow.is_empty else svg(workflow, for_business)
    text = markdown(book, f"{name}.svg" if picture else "")
    artifacts = [
        Artifact(f"{name}.html", "text/html", html(book, picture).encode()),
        Artifact(f"{name}.md", "text/markdown", text.encode()),
    ]
    if picture:
        artifacts.append(Artifact(f"{name}.svg", "image/svg+xml", picture.encode()))
    return artifacts


FORMATS = (Runbook(), DesignSheet())
