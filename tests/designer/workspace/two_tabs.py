"""Two tabs on one workflow, and what their people do in them."""

from __future__ import annotations

from designer.workspace.actions.add_state import AddState
from designer.workspace.intent_receiver import IntentReceiver
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import Set
from schemas.sidecar.annotations import read_annotations
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Change

ASL = """{
  "StartAt": "A",
  "States": {
    "A": {"Type": "Pass", "Next": "B"},
    "B": {"Type": "Pass", "Next": "C"},
    "C": {"Type": "Succeed"}
  }
}
"""


class Tab:
    """The workflow as one tab has it open, and the person before it."""

    def __init__(self, engine, id, presence, tab, person=""):
        self.opened = OpenWorkflow(engine, id, presence)
        self.receiver = IntentReceiver(self.opened)
        presence.touch(self.opened.visit.token, tab, person or tab, tab)

    def do(self, *intents):
        for intent in intents:
            self.receiver.apply(intent)
        return self.refusals()

    def set(self, key, value):
        self.opened.change(lambda workflow: Change((Set((key,), value),)))

    def refusals(self):
        found, self.opened.refusals = self.opened.refusals, []
        return [refusal.code for refusal in found]

    @property
    def value(self):
        self.opened.refresh()
        return self.opened.workflow.document.value

    @property
    def texts(self):
        self.opened.refresh()
        return self.opened.workflow.document.text, self.opened.workflow.design.document.text

    def uid(self, name):
        self.opened.refresh()
        workflow = self.opened.workflow
        return identify(workflow.document.value, workflow.design).uids[("States", name)]

    def note(self):
        return read_annotations(self.opened.workflow.design).notes


def add(uid, after="", name=""):
    return AddState(uid=uid, name=name or uid.upper(), template="Pass", x=40, y=600, after=after or None)
