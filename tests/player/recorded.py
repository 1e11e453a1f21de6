"""Compares an execution with one that the real service recorded.

In a recording a `<placeholder>` stands for anything, as do the metadata of a response, identifiers that the
recorder replaced, and dates; a text that holds JSON is compared as JSON.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from player import Execution
from player.mocks import Answer, TaskCall

PLACEHOLDER = re.compile(
    r"<<\w+>:\d+>|<[^<>]+>|a_task_token|a_message_id|\b(?:start-|stop-)?date\b|secondary_test_aws_account_id"
    r"|activity-[0-9a-f]{8}|us-east-1:111111111111|111111111111|snf_role_arn"
)
METADATA = {"SdkHttpMetadata", "SdkResponseMetadata"}
JSON_FIELDS = ("input", "output", "parameters")
NOT_RECORDED = {"ParallelStateSucceeded"}
NOT_RECORDED_IN_DISORDER = {"ParallelStateSucceeded", "ParallelStateFailed"}
"""Events that the recorder left out: everywhere, and where it took the ids away."""


def lines(file: Path) -> list[dict[str, Any]]:
    """The recordings in a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_same(recorded: Any, found: Any) -> bool:
    """True if a value is as it was recorded."""
    if isinstance(recorded, str) and PLACEHOLDER.fullmatch(recorded):
        return True
    if isinstance(recorded, str) != isinstance(found, str) or str(recorded).startswith("["):
        recorded, found = _decoded(recorded), _decoded(found)
    if isinstance(recorded, dict) and isinstance(found, dict):
        names = recorded.keys() - METADATA
        return names == found.keys() - METADATA and all(
            is_same(recorded[name], found[name]) for name in names
        )
    if isinstance(recorded, list) and isinstance(found, list):
        return len(recorded) == len(found) and all(map(is_same, recorded, found))
    if isinstance(recorded, str) and isinstance(found, str):
        return _is_same_text(recorded, found)
    return isinstance(recorded, bool) == isinstance(found, bool) and recorded == found


def _is_same_text(recorded: str, found: str) -> bool:
    if recorded == found or _pattern(recorded).fullmatch(found):
        return True
    inside, other = _decoded(recorded), _decoded(found)
    return not isinstance(inside, str) and not isinstance(other, str) and is_same(inside, other)


def _pattern(recorded: str) -> re.Pattern[str]:
    ends = [(match.start(), match.end()) for match in PLACEHOLDER.finditer(recorded)]
    parts, after = [], 0
    for start, end in ends:
        parts += [re.escape(recorded[after:start]), ".*"]
        after = end
    return re.compile("".join(parts) + re.escape(recorded[after:]), re.DOTALL)


def _decoded(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


class RecordedMocks:
    """Answers calls as the recorded services did: by the state and its input, one attempt after the other."""

    def __init__(self, recording: dict[str, Any]) -> None:
        self._objects = recording.get("s3", {})
        self._waiting = list(recording["mocks"])
        self._current: dict[str, dict[str, Any]] = {}
        events = recording["expected_events"] or []
        self._submitted = [event["output"] for event in events if event["type"] == "TaskSubmitted"]

    def answer(self, call: TaskCall) -> Answer:
        if call.resource.startswith("arn:aws:states:::s3:getObject") and self._objects:
            return Answer(self._objects[call.sent["Bucket"]][call.sent["Key"]])
        attempt = self._visit(call)["attempts"][call.attempt]
        is_later = call.resource.endswith(".waitForTaskToken") or ".sync" in call.resource
        submitted = self._submitted.pop(0) if self._submitted and is_later else None
        if "output" in attempt:
            return Answer(attempt["output"], submitted=submitted)
        error = "States.Timeout" if attempt["event"].endswith("TimedOut") else attempt["error"]
        return Answer(error=error, cause=attempt["cause"], submitted=submitted, failed=True)

    def _visit(self, call: TaskCall) -> dict[str, Any]:
        key = json.dumps([call.state, call.input])
        if call.attempt == 0:
            of_state = [mock for mock in self._waiting if mock["state"] == call.state]
            of_input = [mock for mock in of_state if is_same(mock.get("state_input", call.input), call.input)]
            found = (of_input or of_state)[0]
            self._waiting.remove(found)
            self._current[key] = found
        return self._current[key]


def played(recording: dict[str, Any]) -> Execution:
    """The execution of a recording, run to its end."""
    mocks = RecordedMocks(recording)
    return Execution(recording["definition"], recording["input"], mocks=mocks, type=recording["type"]).run()


def differences(recording: dict[str, Any], execution: Execution) -> list[str]:
    """The differences between a recording and an execution of it."""
    expected = recording["expected"]
    if execution.status != expected["status"]:
        return [f"{execution.status} ({execution.error}: {execution.cause}), not {expected['status']}"]
    found = [
        f"{name}: {getattr(execution, name)!r}, not {value!r}"
        for name, value in expected.items()
        if not is_same(value, getattr(execution, name))
    ]
    return found + _of_events(recording["expected_events"] or [], execution)


def _of_events(recorded: list[dict[str, Any]], execution: Execution) -> list[str]:
    if not recorded:
        return []
    if recorded[0]["type"] == "ExecutionSucceeded":
        recorded = recorded[::-1]
    is_ordered = all("id" in event for event in recorded)
    missing = NOT_RECORDED if is_ordered else NOT_RECORDED_IN_DISORDER
    found = [_flat(event) for event in execution.events if event["type"] not in missing]
    if Counter(event["type"] for event in recorded) != Counter(event["type"] for event in found):
        return [f"events: {[event['type'] for event in found]}, not {[event['type'] for event in recorded]}"]
    return _in_order(recorded, found) if is_ordered else _in_disorder(recorded, found)


def _in_order(recorded: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    return [
        f"event {one['id']} {one['type']}: {name} is {other.get(name)!r}, not {value!r}"
        for one, other in zip(recorded, found, strict=True)
        for name, value in one.items()
        if not is_same(value, other.get(name))
    ]


def _in_disorder(recorded: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    waiting = list(found)
    for event in recorded:
        wanted = {name: value for name, value in event.items() if name not in ("id", "prev")}
        same = next((one for one in waiting if all(is_same(v, one.get(n)) for n, v in wanted.items())), None)
        if same is None:
            return [f"no event {wanted}"]
        waiting.remove(same)
    return []


def _flat(event: dict[str, Any]) -> dict[str, Any]:
    details = next((value for key, value in event.items() if key.endswith("EventDetails")), {})
    decoded = {name: _decoded(value) if name in JSON_FIELDS else value for name, value in details.items()}
    return {"type": event["type"], "id": event["id"], "prev": event["previousEventId"], **decoded}
