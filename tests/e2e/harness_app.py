"""The canvas alone on a page, over workflows kept in memory, for tests of the protocol.

`?flow=NAME` opens a workflow that `HARNESS_FLOWS` (a directory of `*.asl.json`) holds, `?lang=` sets the
language; `?slow=SECONDS` makes every answer take that long.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import streamlit as st

from designer.actions import ActionRefused, perform
from designer.actions.fragment import copied
from designer.canvas.exchange import Exchange, due
from designer.canvas.mount import canvas, outbox
from designer.canvas.protocol import Copied, Copy, Intent, Outbox, Redo, Select, Undo, View
from designer.canvas.view import view
from schemas import Document, validate
from schemas.workflow import Workflow


@dataclass
class Desk:
    """A workflow that all pages see, with what was applied of each client's intents."""

    workflow: Workflow
    undone: list[Workflow] = field(default_factory=list)
    done: list[Workflow] = field(default_factory=list)
    applied: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    copied: Copied | None = None
    lock: Lock = field(default_factory=Lock)

    def hear(self, said: Outbox) -> int:
        with self.lock:
            for numbered in due(said, self.applied[said.client]):
                self.applied[said.client] = numbered.number
                if isinstance(numbered.intent, Copy):
                    text = copied(self.workflow, numbered.intent.states)
                    self.copied = Copied(number=numbered.number, text=text)
                self._apply(numbered.intent)
            return self.applied[said.client]

    def _apply(self, intent: Intent) -> None:
        if isinstance(intent, Select | Copy):
            return
        if isinstance(intent, Undo | Redo):
            source, sink = (self.done, self.undone) if isinstance(intent, Undo) else (self.undone, self.done)
            if source:
                sink.append(self.workflow)
                self.workflow = source.pop()
            return
        try:
            changed = self.workflow.apply(perform(self.workflow, intent)).workflow
        except ActionRefused:
            return
        self.done.append(self.workflow)
        self.workflow = changed

    def view(self, language: str) -> View:
        found = validate(self.workflow.document)
        return view(self.workflow, found, language, can_undo=bool(self.done), can_redo=bool(self.undone))


@st.cache_resource
def desk(flow: str) -> Desk:
    text = (Path(os.environ["HARNESS_FLOWS"]) / f"{flow}.asl.json").read_text(encoding="utf-8")
    return Desk(Workflow(flow, Document.parse(text, "json")))


@st.fragment
def page() -> None:
    flow, language = st.query_params.get("flow", ""), st.query_params.get("lang", "en")
    here, key = desk(flow), f"canvas-{flow}"
    said = outbox(key)
    acknowledged = here.hear(said) if said else 0
    time.sleep(float(st.query_params.get("slow", 0)))
    exchange = st.session_state.setdefault("exchange", Exchange(flow, here.view(language)))
    exchange.show(here.view(language))
    canvas(exchange.deliver(said, acknowledged, language, here.copied), key=key, height=860)


st.set_page_config(layout="wide")
page()
