"""Text typed into the code editor: applied once, merged with other changes, never over a newer text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from designer.components.code_editor.text_sync import TextSync
from designer.library.store import Library, connect
from designer.protocol.code_editor import Answer, Outbox, Submission, TextChange
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.analysis import Analysis
from designer.workspace.intent_receiver import IntentReceiver
from designer.workspace.open_workflow import OpenWorkflow
from schemas.document.document import Document, Format
from schemas.sidecar.workflow import Workflow

FLOW = """{
  "StartAt": "A",
  "States": {
    "A": {"Type": "Pass", "Next": "B"},
    "B": {"Type": "Succeed"}
  }
}
"""


class Desk:
    """A workflow whose definition is shown in a code editor."""

    def __init__(self, address: str, text: str, format: Format, shown: Format) -> None:
        self.engine = connect(address)
        self.id = Library(self.engine).add(Workflow("Flow", Document.parse(text, format)))
        self.shown = shown
        self.number = 0
        self.open()

    def open(self) -> None:
        self.opened = OpenWorkflow(self.engine, self.id)
        self.text_sync = TextSync(self.opened, self.shown)

    @property
    def text(self) -> str:
        return self.opened.workflow.document.text

    def answer(self, outbox: Outbox | None = None) -> Answer:
        return self.text_sync.answer(Analysis(self.opened.workflow, self.opened.last_valid), outbox, "en")

    def type(self, base: Answer, old: str, new: str) -> Answer:
        """Type `new` in the place of `old` into the text of an answer."""
        self.number += 1
        text = (base.text or "").replace("\r\n", "\n")
        start = len(text[: text.index(old)].encode("utf-16-le")) // 2
        end = start + len(old.encode("utf-16-le")) // 2
        submission = Submission(
            number=self.number, base=base.digest, changes=[TextChange(start=start, end=end, text=new)]
        )
        return self.say(Outbox(client="c", attempt=1, submission=submission))

    def say(self, outbox: Outbox) -> Answer:
        self.text_sync.receive(outbox)
        return self.answer(outbox)


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., Desk]:
    def opened(text: str, format: Format = "json", shown: Format | None = None) -> Desk:
        return Desk(f"sqlite:///{tmp_path / 'library.db'}", text, format, shown or format)

    return opened


def test_typed_text_becomes_the_definitions(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    answer = here.type(here.answer(), "Succeed", "Fail")
    assert here.text == answer.text == FLOW.replace("Succeed", "Fail")
    assert (answer.acknowledged, answer.refused) == (1, "")


def test_a_submission_that_comes_twice_is_taken_over_once(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    change = TextChange(start=0, end=0, text="\n")
    submission = Submission(number=1, base=here.answer().digest, changes=[change])
    for attempt in (1, 2):
        here.say(Outbox(client="c", attempt=attempt, submission=submission))
    here.open()
    here.say(Outbox(client="c", attempt=3, submission=submission))
    assert here.text == "\n" + FLOW


def test_what_was_drawn_meanwhile_stays(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    before = here.answer()
    (uid,) = (s.uid for s in before.state_ranges or [] if '"B": {' in FLOW[s.start : s.end])
    IntentReceiver(here.opened).apply(RenameState(uid=uid, name="End"))
    answer = here.type(before, "Pass", "Wait")
    assert here.text == FLOW.replace('"B"', '"End"').replace("Pass", "Wait")
    assert answer.refused == ""


def test_what_was_taken_back_meanwhile_stays_so(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    after = here.type(here.answer(), "Succeed", "Fail")
    here.opened.change(lambda workflow: here.opened.journal.entry(here.id, 1).inverse.change)
    here.type(after, "Pass", "Wait")
    assert here.text == FLOW.replace("Pass", "Wait")


def test_the_same_place_is_refused_and_nothing_changes(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    before = here.answer()
    theirs = here.type(before, "Succeed", "Fail")
    answer = here.type(before, "Succeed", "Wait")
    assert (answer.acknowledged, answer.refused) == (2, "conflict")
    assert answer.text == here.text == theirs.text


def test_an_unknown_base_is_refused(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    stranger = here.answer().model_copy(update={"digest": "of another text"})
    assert here.type(stranger, "Succeed", "Fail").refused == "conflict"
    assert here.text == FLOW


def test_a_base_from_before_a_restart_is_known(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    before = here.answer()
    here.type(before, "Succeed", "Fail")
    here.open()
    here.type(before, "Pass", "Wait")
    assert here.text == FLOW.replace("Succeed", "Fail").replace("Pass", "Wait")


def test_broken_text_is_taken_over_with_its_place_and_without_state_ranges(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    answer = here.type(here.answer(), '"StartAt":', '"StartAt"')
    assert here.text == FLOW.replace('"StartAt":', '"StartAt"')
    assert answer.state_ranges is None
    assert [(mark.severity, mark.line) for mark in answer.markers] == [("error", 2)]


def test_of_the_converted_text_only_what_differs_is_taken_over(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW, shown="yaml")
    answer = here.type(here.answer(), "Succeed", "Fail")
    assert here.text == FLOW.replace("Succeed", "Fail")
    refused = here.type(answer, "Fail", "Fail: :")
    assert (refused.refused, here.text) == ("unreadable", FLOW.replace("Succeed", "Fail"))
    assert [mark.line for mark in refused.markers] == [7]


@pytest.mark.parametrize("note", ["注文", "\U0001f6d2 cart", "\U00020bb7野家"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_places_are_counted_as_the_browser_does(
    desk: Callable[..., Desk], note: str, line_break: str
) -> None:
    text = FLOW.replace('"StartAt"', f'"Comment": "{note}",\n  "StartAt"').replace("\n", line_break)
    here = desk(text)
    answer = here.type(here.answer(), '"B": {"Type": "Succeed"}', '"B":\n{"Type": "Fail"}')
    changed = text.replace('"B": {"Type": "Succeed"}', f'"B":{line_break}{{"Type": "Fail"}}')
    assert here.text == changed
    units = changed.replace("\r\n", "\n").encode("utf-16-le")
    found = [units[2 * s.start : 2 * s.end].decode("utf-16-le") for s in answer.state_ranges or []]
    assert [json.loads(f"{{{words}}}") for words in found] == [
        {"A": {"Type": "Pass", "Next": "B"}},
        {"B": {"Type": "Fail"}},
    ]


def test_text_that_the_editor_has_is_not_sent_again(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    digest = here.answer().digest
    assert here.answer(Outbox(client="c", attempt=1, seen=digest)).text is None
    assert here.answer(Outbox(client="c", attempt=1, seen="older")).text == FLOW


def test_places_outside_the_text_change_nothing(desk: Callable[..., Desk]) -> None:
    here = desk(FLOW)
    for start, end in ((10, 2), (9000, 9001)):
        here.number += 1
        typed = [TextChange(start=start, end=end, text="x")]
        submission = Submission(number=here.number, base=here.answer().digest, changes=typed)
        here.say(Outbox(client="c", attempt=1, submission=submission))
        assert here.text == FLOW
