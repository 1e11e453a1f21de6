"""Expressions of JSONata's own suite give in the worker what the official package gives outside of it."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from corpus import CORPUS, needs_corpus
from recorded import lines
from tooling import NODE, TOOLS, needs_node

from player.core.failure import Failure
from player.expressions.jsonata import Query, evaluate

PACKAGES = TOOLS.parents[1] / "designer" / "frontend" / "package.json"
ENDLESS = "U1001"
"""The suite's code of expressions that its own limits stop, which the package alone does not have."""
OWN = {
    "eval": "the service has no $eval",
    "random": "seeded",
    "now": "virtual time",
    "millis": "virtual time",
}


def _cases() -> list[tuple[str, dict[str, Any]]]:
    """Expressions with their variables; the data of a case is the input of the state."""
    found = []
    for case in lines(CORPUS / "jsonata.jsonl"):
        if case["code"] == ENDLESS:
            continue
        bindings = dict(case["bindings"] or {})
        expression = case["expr"].strip()
        if case["data"] is not None:
            bindings["states"] = {"input": case["data"]}
            expression = f"$states.input.({expression}\n)"
        if not any(f"${name}" in expression for name in OWN):
            found.append((expression, bindings))
    return found


def _outcome(expression: str, bindings: dict[str, Any]) -> Any:
    try:
        return {"value": evaluate(Query(f"{{% {expression} %}}", "Output", bindings, 1, 0))}
    except Failure as failure:
        _, _, reason = str(failure.cause).partition("specified for the field 'Output' ")
        return {} if reason.startswith("returned ") else reason


def _reason(official: dict[str, Any]) -> Any:
    if "message" not in official:
        return official
    code = f". {official['code']}" if official.get("code") else ""
    return f"threw an error during evaluation{code}: {official['message']}"


@needs_corpus
@needs_node
def test_the_worker_is_the_official_engine(tmp_path):
    cases = _cases()
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(map(json.dumps, cases)), "utf-8")
    command = [NODE, TOOLS / "jsonata.mjs", file, PACKAGES]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    official = [json.loads(line) for line in ran.stdout.splitlines()]
    different = [
        (expression, _reason(one), found)
        for (expression, bindings), one in zip(cases, official, strict=True)
        if (found := _outcome(expression, bindings)) != _reason(one)
    ]
    assert different == []
