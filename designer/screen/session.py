"""One browser tab's state between runs: the only place that touches Streamlit's session state and address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from hashlib import blake2b
from threading import Thread
from typing import Literal, cast, get_args

import streamlit as st

from designer.base.words import word
from designer.components.canvas import mount
from designer.components.canvas.view import view
from designer.components.code_editor import mount as text_editor
from designer.components.code_editor.text_sync import TextSync
from designer.library.store import Library, NoSuchWorkflow, connect, database_url
from designer.protocol.canvas import Response, RevealRequest, Select, View
from designer.protocol.code_editor import Answer
from designer.protocol.exchange import Exchange
from designer.sketch import mount as sketch
from designer.sketch.sketchpad import Sketchpad
from designer.workspace.analysis import Analysis
from designer.workspace.definition_text import Unreadable
from designer.workspace.open_workflow import OpenWorkflow
from exporters.scene import warm_up
from schemas.core.diagnostic import Diagnostic, Language, say
from schemas.core.edits import EditRefused
from schemas.document.document import Format
from schemas.sidecar.workflow import Change, Workflow, new_workflow

Page = Literal["sketch", "workflow"]

_connect = cache(connect)


@dataclass(frozen=True)
class Draft:
    """Typed text that could not be taken over, and why."""

    text: str
    problem: Diagnostic


@dataclass(frozen=True)
class Control:
    """A control on the page: its key, and its callback."""

    key: str
    heard: Callable[[], None]


@dataclass
class Session:
    """What one tab holds of its open workflow. `drafts` are by the name and the value of their fields;
    `turns` counts how often each control has said something; `unfolded` has the rows that are open."""

    editor: OpenWorkflow
    reading: Analysis
    exchange: Exchange
    dictations: dict[Format, TextSync]
    sketchpad: Sketchpad
    shown: tuple[object, ...] = ()
    acknowledged: int = 0
    wished: RevealRequest | None = None
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    turns: Counter[str] = field(default_factory=Counter)
    unfolded: set[str] = field(default_factory=set)

    @property
    def canvas_key(self) -> str:
        """The canvas' key: one for each workflow, the same in every run."""
        return f"canvas-{self.editor.record.id}"

    def text_key(self, format: Format) -> str:
        """The key of the code editor that shows the definition in `format`."""
        return f"{self.canvas_key}/text-{format}"

    def read(self) -> Analysis:
        """The workflow as it stands now."""
        if self.reading.workflow is not self.editor.workflow:
            self.reading = Analysis(self.editor.workflow, self.editor.picture, self.reading.memory)
        return self.reading

    def hear(self) -> None:
        """Apply what the sketch board, the code editor and the canvas have to say."""
        self.hear_sketch()
        for format, dictation in self.dictations.items():
            typed = text_editor.outbox(self.text_key(format))
            if typed is not None:
                dictation.hear(typed)
        outbox = mount.outbox(self.canvas_key)
        if outbox is not None:
            self.acknowledged = self.editor.hear(outbox)
            remember("look", "business" if self.editor.look == "business" else None)

    def hear_sketch(self) -> None:
        """Apply what the sketch board has to say, for the last time before it is taken off the page."""
        said = sketch.said(self.sketchpad.key)
        if said is not None:
            self.sketchpad.hear(said)

    def delivery(self) -> Response:
        """What the canvas is to be told now."""
        reading, undo, redo = self.read(), self.editor.can_undo, self.editor.can_redo
        shown = (reading, language(), undo, redo)
        if shown != self.shown:
            self.exchange.show(view(reading.picture, reading.diagnostics, language(), undo, redo))
            self.shown = shown
        outbox, editor = mount.outbox(self.canvas_key), self.editor
        return self.exchange.deliver(
            outbox, self.acknowledged, language(), editor.look, editor.copied, editor.found, self.wished
        )

    def show(self, *ids: str) -> None:
        """Have these states and arrows selected, and brought into sight."""
        self.editor.do(Select(ids=list(ids)))
        self.wished = RevealRequest(number=self.wished.number + 1 if self.wished else 1, ids=list(ids))

    def turn_to(self, page: Page) -> None:
        """Show another page: the board anew, and on the canvas what was selected there."""
        self.hear_sketch()
        remember("page", page if page == "sketch" else None)
        self.sketchpad = Sketchpad(self.editor)
        self.show(*self.editor.selected)

    def answer(self, format: Format) -> Answer:
        """What the code editor that shows the definition in `format` is to be told now."""
        outbox = text_editor.outbox(self.text_key(format))
        return self.dictations[format].answer(self.read(), outbox, language())

    def take(self, field: tuple[str, str], said: str, make: Callable[[Workflow, str], Change]) -> None:
        """Change the workflow by what was typed into `field` (its name and value); what cannot be read is
        kept as a draft.

        `make` gives the change for the latest workflow and the typed text, or raises `Unreadable`.
        """
        self.drafts.pop(field, None)
        try:
            self.editor.change(lambda workflow: make(workflow, said))
        except Unreadable as unreadable:
            self.drafts[field] = Draft(said, unreadable.problem)

    def bind(self, name: str, value: str, act: Callable[[str], None]) -> Control:
        """The control `name` that shows `value`; `act` is called with what a person makes of it.

        The browser may speak before it has seen what Python answered last, and then sends old values along.
        So another value, or something said, gives the control another key, and `value` is to be passed as
        its first value, not by way of the session state: a control that says what it was born with says
        nothing.
        """
        digest = blake2b(value.encode(), digest_size=6).hexdigest()
        key = f"{name}@{self.turns[name]}@{digest}"

        def heard() -> None:
            if key in st.session_state and typed(key) != value:
                self.turns[name] += 1
                act(typed(key))

        return Control(key, heard)

    def notices(self) -> list[str]:
        """What was refused since this was asked last, in words that may hold what a person wrote."""
        refusals, self.editor.refusals = self.editor.refusals, []
        return [say(refusal.code, refusal.params, language()) for refusal in refusals]


@cache
def warm() -> None:
    """Load the layout engine beside the first page, once a process: a first picture needs it."""
    Thread(target=warm_up, daemon=True).start()


def library() -> Library:
    """The library that this server keeps."""
    return Library(_connect(database_url()))


def current() -> Session:
    """The session of the workflow that the address names, opened where it is not open yet; where there is no
    such workflow any more, that of the one changed last, which says so."""
    held = st.session_state.get("session")
    wanted = st.query_params.get("workflow")
    if not isinstance(held, Session):
        return _open(wanted)
    if held.editor.record.id != wanted:
        held.hear_sketch()
        return _open(wanted)
    try:
        held.editor.refresh()
    except NoSuchWorkflow:
        return _open(wanted)
    return held


def go_to(id: str) -> None:
    """Make `id` the open workflow from the next run on."""
    st.query_params["workflow"] = id


def page() -> Page:
    """The page that is shown."""
    return "sketch" if st.query_params.get("page") == "sketch" else "workflow"


def language() -> Language:
    """The language of the screen: chosen, or the browser's where that is Japanese, else English."""
    chosen = st.query_params.get("lang")
    if chosen in ("ja", "en"):
        return cast(Language, chosen)
    return "ja" if (st.context.locale or "").startswith("ja") else "en"


def speak(chosen: Language) -> None:
    """Make `chosen` the language of the screen."""
    st.query_params["lang"] = chosen


def text(key: str, **params: object) -> str:
    """The words of `key` in the language of the screen."""
    return word(language(), key, **params)


def recall(key: str, name: str, options: Collection[str]) -> None:
    """Let the control `key`, where it is new, show the one of `options` that the address has under `name`."""
    said = st.query_params.get(name)
    if key not in st.session_state and said in options:
        st.session_state[key] = said


def remember(name: str, value: str | None) -> None:
    """Keep `value` in the address under `name`, so that a reload finds it."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def untitled() -> Workflow:
    """A new workflow that says nothing yet."""
    return new_workflow(text("workflow.untitled"))


def local(moment: datetime) -> datetime:
    """A moment in UTC, as the library keeps it, in the browser's time zone."""
    minutes = st.context.timezone_offset or 0
    return moment - timedelta(minutes=minutes)


def typed(key: str) -> str:
    """What stands in the field `key`; of a field for several texts, one a line."""
    said = st.session_state.get(key)
    return "\n".join(said) if isinstance(said, list) else str(said or "")


def fill(key: str, value: object) -> None:
    """Let the field `key` show `value`; a field that shows it already keeps what is being typed."""
    if st.session_state.get(key, fill) != value:
        st.session_state[key] = value


def _open(wanted: str | None) -> Session:
    try:
        editor = OpenWorkflow(library().engine, wanted or "")
    except NoSuchWorkflow:
        editor = OpenWorkflow(library().engine, _newest())
        if wanted:
            editor.refusals.append(EditRefused("workflow-gone"))
    editor.look = "business" if st.query_params.get("look") == "business" else "engineering"
    reading = Analysis(editor.workflow, editor.picture)
    id = editor.record.id
    dictations = {format: TextSync(editor, format) for format in get_args(Format)}
    session = Session(editor, reading, Exchange(id, View(nodes={}, edges={})), dictations, Sketchpad(editor))
    st.session_state["session"] = session
    go_to(id)
    return session


def _newest() -> str:
    entries = library().entries()
    if entries:
        return entries[0].id
    return library().add(untitled())
