"""Values of JSONata expressions, found by the official implementation in a process that can be killed."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from player.core.failure import QUERY_EVALUATION, Failure
from player.core.written import written
from schemas.core.paths import Json

MOST_SECONDS = 5.0
"""The time after which an expression is stopped."""
_WORKER = Path(__file__).parent / "worker.py"


@dataclass(frozen=True, slots=True)
class Query:
    """Expressions to evaluate: all texts in `template` that stand between `{%` and `%}`.

    `field` is the name of the field that holds them, `time` the virtual time in milliseconds since 1970, and
    `seed` decides what random functions give.
    """

    template: Json
    field: str
    bindings: Mapping[str, Json]
    seed: int
    time: float


def has_expressions(template: Json) -> bool:
    """True if a template has an expression anywhere."""
    if isinstance(template, str):
        return is_expression(template)
    inner = (
        template.values() if isinstance(template, dict) else template if isinstance(template, list) else ()
    )
    return any(has_expressions(item) for item in inner)


def is_expression(text: str) -> bool:
    """True if a text is a JSONata expression."""
    return text.startswith("{%") and text.endswith("%}")


def evaluate(query: Query) -> Json:
    """The template with the value of each expression. Raises `Failure` (States.QueryEvaluationError)."""
    if not has_expressions(query.template):
        return query.template
    request = {
        "template": query.template,
        "field": query.field,
        "bindings": dict(query.bindings),
        "seed": query.seed,
        "time": query.time,
    }
    answer = _process.ask(json.dumps(request))
    if "value" in answer:
        return answer["value"]
    raise _failure(answer, query)


def unexpected_type(expression: str, field: str, expected: str, value: Json) -> Failure:
    """The failure of an expression that gives another type than its field needs."""
    inner = expression[2:-2].strip()
    cause = (
        f"The JSONata expression '{inner}' specified for the field '{field}' returned an unexpected result "
        f"type. Expected '{expected}', but was '{_type(value)}' for value: {written(value)}"
    )
    return Failure(QUERY_EVALUATION, cause, location=field)


def _failure(answer: dict[str, Json], query: Query) -> Failure:
    trouble = answer.get("trouble")
    if not isinstance(trouble, dict):
        cause = f"The JSONata expression in the field '{query.field}' was stopped: {answer.get('crash')}"
        return Failure(QUERY_EVALUATION, cause, location=query.field)
    subject = f"The JSONata expression '{trouble['expression']}' specified for the field '{trouble['field']}'"
    return Failure(QUERY_EVALUATION, f"{subject} {_reason(trouble)}", location=str(trouble["field"]))


def _reason(trouble: dict[str, Json]) -> str:
    if trouble["kind"] == "undefined":
        return "returned nothing (undefined)."
    if trouble["kind"] == "unsupported":
        return "returned an unsupported result type."
    code, message = trouble.get("code"), trouble.get("message")
    return f"threw an error during evaluation{f'. {code}' if code else ''}: {message}"


def _type(value: Json) -> str:
    names = {str: "string", bool: "boolean", int: "number", float: "number", list: "array", dict: "object"}
    return names.get(type(value), "null")


class _Process:
    """The worker, started when it is first asked and again after it was killed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def ask(self, request: str) -> dict[str, Json]:
        """The answer to a request; a crash where the worker took too long or ended."""
        with self._lock:
            line = _reply(self._running(), request)
            if not line:
                self.stop()
                return {"crash": "it took too much time or memory"}
            answer: dict[str, Json] = json.loads(line)
            return answer

    def stop(self) -> None:
        """End the worker, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-I", str(_WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
            )
            if self._process.stdout is not None:
                self._process.stdout.readline()
        return self._process


def _reply(process: subprocess.Popen[str], request: str) -> str:
    """The line with which the worker replies; empty if it was killed after `MOST_SECONDS`, or has ended."""
    if process.stdin is None or process.stdout is None:
        return ""
    watch = threading.Timer(MOST_SECONDS, process.kill)
    watch.start()
    try:
        process.stdin.write(request + "\n")
        process.stdin.flush()
        return process.stdout.readline()
    except BrokenPipeError:
        return ""
    finally:
        watch.cancel()


_process = _Process()
atexit.register(_process.stop)
