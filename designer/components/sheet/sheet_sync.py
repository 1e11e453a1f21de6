"""Python's side of the sheets: applies each edit once, and answers with the sheets as they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

from designer.components.sheet.estimates import Shares, StateNeeds
from designer.components.sheet.failures import Failures
from designer.components.sheet.inputs import Inputs
from designer.components.sheet.kind import SheetKind
from designer.components.sheet.steps import Steps
from designer.library.store import Acknowledgement
from designer.protocol.sheet import Cell, CellProblem, Sheet, SheetAnswer, SheetEdit, SheetOutbox
from designer.workspace.acknowledgements import Acknowledgements
from designer.workspace.analysis import Analysis
from designer.workspace.definition_text import Unreadable
from designer.workspace.open_workflow import OpenWorkflow
from designer.workspace.sidecar.values import change_to, with_values
from schemas.core.diagnostic import Language, message_text
from schemas.core.edits import EditRefused
from schemas.sidecar.workflow import Change, Workflow

KINDS: Mapping[str, SheetKind] = {kind.id: kind for kind in (Steps(), Failures(), Inputs())}
"""The sheets in the order of their tabs."""

ESTIMATES: Mapping[str, SheetKind] = {kind.id: kind for kind in (StateNeeds(), Shares())}
"""The sheets of the costs."""


class SheetSync:
    """Keeps the sheets of one tab in step with the open workflow; `name` tells them from its other sheets."""

    def __init__(self, opened: OpenWorkflow, kinds: Mapping[str, SheetKind] = KINDS, name: str = "") -> None:
        self.opened = opened
        self._kinds = kinds
        self._name = name
        self._acknowledgements = Acknowledgements(opened)
        self._problems: dict[tuple[str, str, str], tuple[str, EditRefused | Unreadable]] = {}
        self._shown: tuple[object, ...] = ()
        self._sheets: list[Sheet] = []
        self._digest = ""

    def receive(self, outbox: SheetOutbox) -> None:
        """Apply the edits that are due, each by one change. Raises `Unavailable`."""
        applied = self._acknowledgements.last(outbox.client)
        for edit in sorted(outbox.edits, key=lambda edit: edit.number):
            if edit.number > applied:
                self._apply(edit, Acknowledgement(outbox.client, edit.number))
                self._acknowledgements.add(outbox.client, edit.number)

    def answer(self, analysis: Analysis, outbox: SheetOutbox | None, language: Language) -> SheetAnswer:
        """The answer to `outbox` (None before the browser has sent one)."""
        self._show(analysis, language)
        return SheetAnswer(
            workflow=f"{self.opened.record.id}{self._name}",
            client=outbox.client if outbox else "",
            acknowledged=self._acknowledgements.last(outbox.client) if outbox else 0,
            digest=self._digest,
            sheets=None if outbox and outbox.seen == self._digest else self._sheets,
            problems=[
                CellProblem(
                    sheet=sheet, row=row, column=column, text=text, message=_message(problem, language)
                )
                for (sheet, row, column), (text, problem) in self._problems.items()
            ],
            selected=self.opened.selected[0] if len(self.opened.selected) == 1 else "",
            language=language,
        )

    def _show(self, analysis: Analysis, language: Language) -> None:
        """Make the sheets anew where something has changed."""
        shown = (analysis, language)
        if shown == self._shown:
            return
        self._shown = shown
        self._sheets = [kind.sheet(analysis, language) for kind in self._kinds.values()]
        text = json.dumps([sheet.model_dump() for sheet in self._sheets], sort_keys=True)
        self._digest = blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()

    def _apply(self, edit: SheetEdit, acknowledgement: Acknowledgement) -> None:
        try:
            if edit.kind == "undo":
                self.opened.undo(acknowledgement)
            elif edit.kind == "redo":
                self.opened.redo(acknowledgement)
            elif edit.sheet in self._kinds:
                self.opened.write(lambda workflow: self._change(workflow, edit), acknowledgement)
        except (EditRefused, Unreadable) as refusal:
            if edit.kind == "write":
                self._problems |= {_key(edit, cell): (cell.text, refusal) for cell in edit.cells}
            elif isinstance(refusal, EditRefused):
                self.opened.refusals.append(refusal)

    def _change(self, workflow: Workflow, edit: SheetEdit) -> Change:
        """The change of all cells that can be read; the others are kept as problems."""
        kind, rows = self._kinds[edit.sheet], dict[str, int]()
        before = after = workflow.design.document.value
        for cell in _in_order(edit):
            self._problems.pop(_key(edit, cell), None)
            make = kind.removed if edit.kind == "remove" else kind.written
            try:
                after = with_values(workflow, after, make(after, cell, rows))
            except (EditRefused, Unreadable) as refusal:
                if edit.kind == "remove":
                    raise
                self._problems[_key(edit, cell)] = (cell.text, refusal)
        return change_to(workflow, after) if after is not before else Change()


def _in_order(edit: SheetEdit) -> list[Cell]:
    """The cells; rows are removed from the last one on, so that the others keep their places."""
    return edit.cells[::-1] if edit.kind == "remove" else edit.cells


def _key(edit: SheetEdit, cell: Cell) -> tuple[str, str, str]:
    return edit.sheet, cell.row, cell.column


def _message(problem: EditRefused | Unreadable, language: Language) -> str:
    if isinstance(problem, Unreadable):
        return problem.problem.message(language)
    return message_text(problem.code, problem.params, language)
