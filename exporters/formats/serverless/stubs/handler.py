"""The file of a function to go on with: its input, an example of its result, the errors that are handled."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from exporters.notification.wording import plain
from schemas.asl.services.arguments import arguments_field, resource_of
from schemas.asl.walk import State
from schemas.core.coerce import mapping, names
from schemas.core.paths import Json
from schemas.document.json.writer import write_json
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

_OF_THE_SERVICE = ("States.", "Lambda.")


def handler(name: str, callers: Sequence[State], workflow: Workflow) -> str:
    """Return the program of the function `name`, which stands for placeholders; `callers` are its states."""
    lines = [f"{plain(name)}: {', '.join(plain(state.name) for state in callers)}"]
    for state in callers:
        sent = _sent(state)
        if sent is not None:
            lines += ["入力 / input:", *write_json(sent).splitlines()]
            break
    errors = list(dict.fromkeys(error for state in callers for error in _errors(state, workflow)))
    if errors:
        lines.append("エラー / errors:")
        lines += [
            f'  throw Object.assign(new Error("..."), {{ name: {json.dumps(each)} }});' for each in errors
        ]
    comment = "\n".join(f"// {_safe(line)}".rstrip() for line in lines)
    result = write_json(_result(callers, workflow)).strip().replace("\n", "\n  ")
    return f"{comment}\n\nexport const handler = async (event) => {{\n  return {result};\n}};\n"


def _sent(state: State) -> Json:
    """The input that a state gives the function: its payload, or all its parameters."""
    fields = mapping(arguments_field(state)[1])
    if not resource_of(state).startswith("arn:"):
        return fields or None
    return next((fields[key] for key in ("Payload", "Payload.$") if key in fields), None)


def _errors(state: State, workflow: Workflow) -> Iterator[str]:
    """The errors of the function that the state handles, or that its operations card names."""
    for field in ("Retry", "Catch"):
        handled = state.fields.get(field)
        for item in handled if isinstance(handled, list) else []:
            yield from _own(names(mapping(item).get("ErrorEquals")))
    uid = identify(workflow.document.value, workflow.design).uids.get(state.path)
    entry = workflow.design.states.get(uid or "")
    for failure in entry.operations.failures if entry else ():
        yield from _own(failure.errors)


def _own(errors: Sequence[str]) -> Iterator[str]:
    yield from (error for error in errors if not error.startswith(_OF_THE_SERVICE))


def _result(callers: Sequence[State], workflow: Workflow) -> Json:
    """The first result of the function among the mocks of the workflow's cases; an empty object for none."""
    for state in callers:
        for case in mapping(workflow.design.fields.get("cases")).values():
            mocks = mapping(mapping(case).get("mocks")).get(state.name)
            for mock in mocks if isinstance(mocks, list) else [mocks]:
                result = mapping(mock).get("result")
                if result is not None:
                    return mapping(result).get("Payload", result)
    return {}


def _safe(line: str) -> str:
    """`line` without what would end a comment of one line."""
    return "".join(char if char.isprintable() else " " for char in line)
