"""The machine that writes notifications: the failed state of recorded histories, and hostile words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from corpus import CORPUS, needs_corpus
from notifying import LINK, event, notifier_of, published, telling
from tooling import needs_node

from schemas import Document, validate

pytestmark = [pytest.mark.node, needs_node]

HOSTILE = 'He said "no" \\ <b>{% $x %}</b> ${y}\n& <!channel> <link> $1'
ENDS = ("ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted")
EXECUTING = re.compile(r"executing the state '(.*?)'")


def sdk(recorded: dict) -> dict:
    """A recorded event as `aws-sdk:sfn:getExecutionHistory` gives it."""
    kind, name = recorded["type"], recorded.get("name")
    found = {"Id": recorded["id"], "PreviousEventId": recorded["prev"], "Type": kind}
    if kind.endswith("StateEntered"):
        found["StateEnteredEventDetails"] = {"Name": name}
    if kind.endswith("StateExited"):
        found["StateExitedEventDetails"] = {"Name": name}
    if kind == "EvaluationFailed":
        found["EvaluationFailedEventDetails"] = {"State": recorded["state"]}
    if kind in ENDS:
        cause = recorded.get("cause")
        details = {"Error": recorded.get("error"), "Cause": cause if isinstance(cause, str) else None}
        found[f"{kind}EventDetails"] = {key: value for key, value in details.items() if value is not None}
    return found


def paged(events: list[dict], size: int) -> list[list[dict]]:
    backwards = list(map(sdk, reversed(events)))
    return [backwards[start : start + size] for start in range(0, len(backwards), size)]


def history(*events: tuple[int, int, str, str]) -> list[dict]:
    return [{"id": id, "prev": prev, "type": kind, "name": name} for id, prev, kind, name in events]


def told_state(messages: list[dict]) -> str:
    (message,) = messages
    (line,) = re.findall(r"失敗した工程: (.*)", message["Message"])
    return line


@needs_corpus
def test_the_failed_state_is_found_in_every_recorded_history(tmp_path: Path) -> None:
    assert CORPUS
    recorded = map(json.loads, (CORPUS / "player/exec.jsonl").read_text(encoding="utf-8").splitlines())
    failed = [
        each for each in recorded if each["expected_events"] and each["expected_events"][-1]["type"] in ENDS
    ]
    definition = notifier_of(telling("checkout", findState=True))
    cases = [
        {"definition": definition, "input": event(), "pages": paged(each["expected_events"], size)}
        for each in failed
        for size in (3, 100)
    ]
    found = list(map(told_state, published(cases, tmp_path)))
    assert len(failed) > 60
    assert found == [state for each in failed for state in [failed_state(each)] * 2]


def failed_state(recorded: dict) -> str:
    """The state that the service's own cause names; else the one that was entered last, as here one after the
    other fails."""
    events = recorded["expected_events"]
    named = EXECUTING.search(str(events[-1].get("cause") or ""))
    entered = [each["name"] for each in events if each["type"].endswith("StateEntered")]
    return named[1] if named else entered[-1]


def test_the_state_of_the_failing_branch_is_found_far_back(tmp_path: Path) -> None:
    """One branch fails after the other has gone on for many events, which fill several pages."""
    busy = [
        each
        for index in range(60)
        for each in (
            (7 + 2 * index, 6 + 2 * index, "PassStateEntered", f"busy {index}"),
            (8 + 2 * index, 7 + 2 * index, "PassStateExited", f"busy {index}"),
        )
    ]
    events = history(
        (1, 0, "ExecutionStarted", ""),
        (2, 1, "ParallelStateEntered", "both"),
        (3, 2, "ParallelStateStarted", "both"),
        (4, 3, "TaskStateEntered", "決済"),
        (5, 4, "TaskScheduled", ""),
        (6, 3, "PassStateEntered", "start"),
        *busy,
        (127, 5, "TaskFailed", ""),
        (128, 127, "ParallelStateFailed", ""),
        (129, 128, "ExecutionFailed", ""),
    )
    aborted = history(
        (1, 0, "ExecutionStarted", ""),
        (2, 1, "TaskStateEntered", "人の判断を待つ"),
        (3, 2, "PassStateEntered", "done"),
        (4, 3, "PassStateExited", "done"),
        (5, 0, "ExecutionAborted", ""),
    )
    definition = notifier_of(telling("checkout", findState=True))
    cases = [
        {"definition": definition, "input": event(), "pages": paged(events, 100)},
        {"definition": definition, "input": event("ABORTED"), "pages": paged(aborted, 100)},
    ]
    far, waiting = published(cases, tmp_path)
    assert told_state(far) == "決済"
    assert "工程の担当: 決済チーム" in far[0]["Message"]
    assert "redrive" in far[0]["Message"]
    assert told_state(waiting) == "人の判断を待つ"


def test_what_fails_in_the_machine_still_sends_the_text(tmp_path: Path) -> None:
    definition = notifier_of(telling("checkout", findState=True))
    told = event(error="Declined", cause=HOSTILE)
    cases = [
        {"definition": definition, "input": told, "pages": [], "failing": ["history"]},
        {"definition": definition, "input": told, "pages": [[]], "failing": ["publish"]},
    ]
    without_history, plain = published(cases, tmp_path)
    message = without_history[0]["Message"]
    assert "エラー: Declined" in message and HOSTILE in message and LINK in message
    assert "失敗した工程" not in message
    assert plain[0]["Message"].startswith("FAILED: arn:aws:states:")


@pytest.mark.parametrize("find", [False, True])
def test_the_chat_form_is_the_schema_of_custom_notifications(find: bool, tmp_path: Path) -> None:
    """https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html"""
    definition = notifier_of(telling("checkout", form="chat", findState=find))
    events = history((1, 0, "ExecutionStarted", ""), (2, 1, "FailStateEntered", "決済"), (3, 2, ENDS[0], ""))
    told = [event(error="E", cause=HOSTILE), event("ABORTED"), event("ABORTED", error=None, cause=None)]
    cases = [{"definition": definition, "input": each, "pages": paged(events, 100)} for each in told]
    for (message,) in published(cases, tmp_path):
        assert re.fullmatch(r"[ -~]{1,100}", message["Subject"])
        written = json.loads(message["Message"])
        assert (written["version"], written["source"]) == ("1.0", "custom")
        content = written["content"]
        assert content.keys() == {"textType", "title", "description", "nextSteps", "keywords"}
        assert content["textType"] == "client-markdown"
        assert all(isinstance(step, str) for step in content["nextSteps"]) and LINK in content["nextSteps"]
        assert content["keywords"][1] == "shop-checkout"
        assert "<" not in content["title"] + content["description"]
        assert ("失敗した工程: 決済" in content["description"]) == find


@pytest.mark.parametrize(
    "setting", [{"findState": True}, {"form": "chat"}, {"form": "chat", "findState": True}]
)
def test_our_validator_accepts_the_machine(setting: dict) -> None:
    definition = notifier_of(telling("checkout", **setting))
    document = Document.parse(json.dumps(definition, ensure_ascii=False), "json")
    found = {each.code for each in validate(document, type="EXPRESS")}
    assert found <= {"busy-loop"}  # the pages of the history, twenty at most
