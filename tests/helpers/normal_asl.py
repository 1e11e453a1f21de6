"""The normal form of a definition, in which the CDK's own spelling is that of anybody else.

It is what `docs/formats/cdk.md` lists under "The same definition"; everything else must be equal.
"""

from __future__ import annotations

from typing import Any

DEFAULTS = {
    "End": False,
    "MaxConcurrency": 0,
    "ToleratedFailureCount": 0,
    "ToleratedFailurePercentage": 0,
}
READ = "arn:aws:states:::dynamodb:getItem"


def normal(definition: Any) -> Any:
    """The normal form of a machine."""
    return _scope(definition, definition.get("QueryLanguage", "JSONPath"))


def _scope(scope: dict, language: str) -> dict:
    states = {name: _state(state, language) for name, state in scope["States"].items()}
    return {**scope, "States": states}


def _inner(scope: dict, language: str) -> dict:
    inner = _scope(scope, language)
    inner.pop("Comment", None)
    if inner.get("ProcessorConfig") == {"Mode": "INLINE"}:
        del inner["ProcessorConfig"]
    return inner


def _state(state: dict, language: str) -> dict:
    found: Any = {name: value for name, value in state.items() if (name, value) not in DEFAULTS.items()}
    if found.get("QueryLanguage") == language:
        del found["QueryLanguage"]
    for name in ("Retry", "Catch"):
        if name in found:
            found[name] = [_without(handler, "Comment") for handler in found[name]]
    _container(found, language)
    _call(found)
    return found


def _container(state: Any, language: str) -> None:
    if state["Type"] == "Parallel":
        state["Branches"] = [_inner(branch, language) for branch in state["Branches"]]
    if state["Type"] == "Map":
        _rename(state, "Iterator", "ItemProcessor")
        _rename(state, "Parameters", "ItemSelector")
        state["ItemProcessor"] = _inner(state["ItemProcessor"], language)


def _call(state: Any) -> None:
    for part in (state, state.get("ItemReader")):
        if isinstance(part, dict) and "Resource" in part:
            part["Resource"] = part["Resource"].replace("arn:⟦AWS::Partition⟧:states:::", "arn:aws:states:::")
    if state.get("Resource") == READ:
        for name in ("Arguments", "Parameters"):
            if isinstance(state.get(name), dict) and state[name].get("ConsistentRead") is False:
                state[name] = _without(state[name], "ConsistentRead")


def _rename(state: dict, old: str, new: str) -> None:
    if old in state:
        state[new] = state.pop(old)


def _without(value: dict, name: str) -> dict:
    return {key: item for key, item in value.items() if key != name}
