"""One tab's open workflow, kept between the runs of Streamlit, with the components that show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from designer.components.canvas.failure_path import failure_path, row_of
from designer.components.canvas.run_overlay import cases_overlay, run_overlay
from designer.components.canvas.run_words import RunWords
from designer.components.canvas.sketch_view import sketch_view
from designer.components.canvas.view import view
from designer.components.code_editor import mount as text_editor
from designer.components.code_editor.text_sync import TextSync
from designer.components.sheet import mount as sheet
from designer.components.sheet.sheet_sync import ESTIMATES, SheetSync
from designer.library.store import Unavailable
from designer.playing.evaluation import Data
from designer.playing.run import Run
from designer.protocol.canvas import FailurePath, Response, RunOverlay, Subject
from designer.protocol.code_editor import Answer
from designer.protocol.sheet import SheetAnswer
from designer.screen import address
from designer.screen.canvas_channel import CanvasChannel
from designer.screen.widgets import Draft, Widgets
from designer.workspace import actions, sketch_actions
from designer.workspace.analysis import Analysis
from designer.workspace.definition_text import Unreadable
from designer.workspace.open_workflow import OpenWorkflow
from schemas.conversion.sync.synchronize import Synchronization
from schemas.core.diagnostic import message_text
from schemas.document.document import Format
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Change, Workflow


class Session:
    """The open workflow of one tab, its widgets, and the exchange with each component in the browser."""

    def __init__(self, opened: OpenWorkflow) -> None:
        self.opened = opened
        self.canvas = CanvasChannel(opened, "workflow", actions.apply)
        self.sketch_canvas = CanvasChannel(opened, "sketch", sketch_actions.apply)
        self.receiver = self.canvas.receiver
        self.text_syncs = {format: TextSync(opened, format) for format in get_args(Format)}
        self.sheet_sync = SheetSync(opened)
        self.estimates_sync = SheetSync(opened, ESTIMATES, "/costs")
        self.widgets = Widgets()
        self.evaluation: tuple[tuple[object, ...], Data] | None = None
        self._analysis = Analysis(opened.workflow, opened.last_valid)
        self._synchronization: tuple[Workflow, Synchronization | None] | None = None
        self._shown: dict[Subject, tuple[object, ...]] = {}
        self._selected_elsewhere: tuple[str, ...] = ()

    @property
    def analysis(self) -> Analysis:
        """The states and diagnostics of the workflow as it is now."""
        if self._analysis.workflow is not self.opened.workflow:
            opened = self.opened
            self._analysis = Analysis(opened.workflow, opened.last_valid, self._analysis.cache)
        return self._analysis

    @property
    def synchronization(self) -> Synchronization | None:
        """The sketch beside the workflow as both are now; None without one, or for a broken text."""
        workflow = self.opened.workflow
        if self._synchronization is None or self._synchronization[0] is not workflow:
            is_readable = workflow.document.problem is None and workflow.design.document.problem is None
            before = self._synchronization[1] if self._synchronization else None
            found = (
                Synchronization(workflow, before)
                if is_readable and read_sketch(workflow.design).cards
                else None
            )
            self._synchronization = (workflow, found)
        return self._synchronization[1]

    def state_of_card(self, card: str) -> str:
        """The uid of the state that a card of the sketch became; "" if it became none."""
        entries = self.opened.workflow.design.states
        if card in entries and card in self.analysis.identity.states:
            return card
        return next((uid for uid, entry in entries.items() if entry.card == card), "")

    @property
    def canvas_key(self) -> str:
        """The key of the workflow's canvas."""
        return self.canvas.key

    def text_key(self, format: Format) -> str:
        """The key of the code editor that shows the definition in `format`."""
        return f"{self.canvas_key}/text-{format}"

    @property
    def sheet_key(self) -> str:
        """The key of the sheets."""
        return f"{self.canvas_key}/sheets"

    @property
    def estimates_key(self) -> str:
        """The key of the sheets of the costs."""
        return f"{self.canvas_key}/estimates"

    def receive(self) -> None:
        """Apply the messages of the code editors, the sheets and the canvases.

        While the library is in trouble they are not acknowledged: the browser keeps and repeats them.
        """
        try:
            self._receive()
        except Unavailable as trouble:
            self.opened.trouble = trouble

    def _receive(self) -> None:
        for format, text_sync in self.text_syncs.items():
            outbox = text_editor.outbox(self.text_key(format))
            if outbox is not None:
                text_sync.receive(outbox)
        for key, sync in ((self.sheet_key, self.sheet_sync), (self.estimates_key, self.estimates_sync)):
            edits = sheet.outbox(key)
            if edits is not None:
                sync.receive(edits)
        for channel in (self.sketch_canvas, self.canvas):
            if channel.receive():
                address.remember_view_mode(self.opened.view_mode)
        self._follow()

    def canvas_response(self) -> Response:
        """The response to mount the workflow's canvas with."""
        opened, analysis, language = self.opened, self.analysis, address.language()
        undo, redo = opened.can_undo, opened.can_redo
        if self._is_news("workflow", analysis, language, undo, redo):
            shown = view(analysis.last_valid, analysis.diagnostics, language, undo, redo)
            self.canvas.exchange.show(shown)
        return self.canvas.response(language, self._failure_path(), self._run_overlay())

    def sketch_response(self) -> Response:
        """The response to mount the sketch's canvas with."""
        opened = self.opened
        undo, redo = opened.can_undo, opened.can_redo
        if self._is_news("sketch", opened.workflow.design, undo, redo):
            self.sketch_canvas.exchange.show(sketch_view(opened.workflow, undo, redo))
        return self.sketch_canvas.response(address.language())

    def _is_news(self, subject: Subject, *shown: object) -> bool:
        """True if the view of a subject is made of other things than the one that was shown last."""
        is_news = self._shown.get(subject) != shown
        self._shown[subject] = shown
        return is_news

    def _failure_path(self) -> FailurePath | None:
        """The failure to show over the flow: one of the only selected state."""
        opened, analysis = self.opened, self.analysis
        if opened.what_if is None or len(opened.selected) != 1:
            return None
        row = row_of(analysis.failures, analysis.identity, opened.selected[0], opened.what_if)
        if row is None:
            return None
        definition, language = analysis.last_valid.document.value, address.language()
        return failure_path(definition, analysis.failures, analysis.identity, row, language, opened.view_mode)

    def run_words(self, run: Run) -> RunWords:
        """The words of a run in the language and the view mode of the tab."""
        return RunWords(run, self.analysis.failures, address.language(), self.opened.view_mode)

    def _run_overlay(self) -> RunOverlay | None:
        """The moment of the run to show over the flow."""
        run, analysis = self.opened.run, self.analysis
        if self.opened.case_runs is not None:
            definition = analysis.last_valid.document.value
            return cases_overlay(self.opened.case_runs, definition, analysis.identity, address.language())
        if run is None:
            return None
        return run_overlay(run, self.run_words(run), analysis.last_valid.document.value, analysis.identity)

    def _follow(self) -> None:
        """Select the state that the run has come to by a step."""
        run = self.opened.run
        name = run.take_followed() if run else None
        uid = next((uid for uid, state in self.analysis.identity.states.items() if state.name == name), None)
        if uid is not None:
            self.reveal(uid)

    def text_response(self, format: Format) -> Answer:
        """The response to mount the code editor that shows the definition in `format` with."""
        outbox = text_editor.outbox(self.text_key(format))
        return self.text_syncs[format].answer(self.analysis, outbox, address.language())

    def sheet_response(self) -> SheetAnswer:
        """The response to mount the sheets with."""
        return self.sheet_sync.answer(self.analysis, sheet.outbox(self.sheet_key), address.language())

    def estimates_response(self) -> SheetAnswer:
        """The response to mount the sheets of the costs with."""
        outbox = sheet.outbox(self.estimates_key)
        return self.estimates_sync.answer(self.analysis, outbox, address.language())

    def reveal(self, *ids: str) -> None:
        """Select these states and edges, and bring them into sight on the workflow's canvas."""
        self.canvas.reveal(*ids)

    def turn_to(self, page: address.Page) -> None:
        """Show another page, on which what was selected there is selected again."""
        if page != address.page():
            address.choose_page(page)
            selected, self._selected_elsewhere = self._selected_elsewhere, self.opened.selected
            self.opened.clipboard = None
            channel = self.sketch_canvas if page == "sketch" else self.canvas
            channel.reveal(*selected)

    def submit(self, widget: tuple[str, str], typed: str, make: Callable[[Workflow, str], Change]) -> None:
        """Change the workflow by the text typed into `widget` (its name and its value before).

        `make` gives the change for the latest workflow and the typed text. Where it raises `Unreadable`, the
        text is kept as a draft.
        """
        self.widgets.drafts.pop(widget, None)
        try:
            self.opened.change(lambda workflow: make(workflow, typed))
        except Unreadable as unreadable:
            self.widgets.drafts[widget] = Draft(typed, unreadable.problem)

    def take_refusals(self) -> list[str]:
        """The refusals since the last call, in words that may contain text from the workflow."""
        refusals, self.opened.refusals = self.opened.refusals, []
        return [message_text(refusal.code, refusal.params, address.language()) for refusal in refusals]
