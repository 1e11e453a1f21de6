"""The sections for the hour after a failure: table of failures, texts that were sent, and how to go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from exporters.formats.runbook.book import Block, Bullets, Cell, Code, Paragraph, Section, Table
from exporters.formats.runbook.pages import Pages
from exporters.notification.wording import notification_lines
from schemas.asl.services.arguments import arguments_field
from schemas.asl.walk import State, values
from schemas.core.paths import Json
from schemas.failures.effects import starts_nested, target_of
from schemas.failures.failures import Row
from schemas.sidecar.input_contract import read_input_contract

ARN = "arn:aws:states:<region>:<account>"
_MESSAGES = ("Message", "Subject", "MessageBody")


def failure_table(pages: Pages) -> Section:
    """Every state with every error that it can raise; equal courses share a row."""
    tables = tuple(
        Section(pages.title(path), tuple(_of_state(pages, list(rows))))
        for path, rows in groupby(pages.failures.table(), lambda row: row.state)
    )
    words = pages.word("table.intro" if tables else "table.none")
    return Section(pages.word("table"), (Paragraph(words),), tables)


def _of_state(pages: Pages, rows: list[Row]) -> Iterator[Block]:
    """The effects before the state, which are the same for all of its errors, and the table of these."""
    explained = pages.explainer.explain(rows[0].course)
    for key, effects in (("done", explained.done), ("perhaps-done", explained.perhaps_done)):
        if effects:
            yield Paragraph(pages.word(key) + pages.word("colon") + pages.listing(effects))
    if not explained.done and not explained.perhaps_done:
        yield Paragraph(pages.word("nothing-done"))
    yield Table(_head(pages), tuple(_row(pages, row) for row in rows))


def _head(pages: Pages) -> tuple[str, ...]:
    return tuple(pages.word(column) for column in ("error", "retries", "next", "rerun", "told"))


def _row(pages: Pages, row: Row) -> tuple[Cell, ...]:
    explained = pages.explainer.explain(row.course)
    words = pages.explainer.errors(row.errors)
    names = pages.listing(name for name in row.errors if name and name != words)
    told = (*explained.told, *explained.decided)
    rerun = (*explained.unsure, *explained.rerun)
    return (words, *([names] if names else [])), explained.retries, explained.next, rerun, told


def texts(pages: Pages) -> Section:
    """The text of the notification of failures, and those that the states send."""
    lines = "\n".join(notification_lines(pages.workflow, pages.language))
    sections = [Section(pages.word("texts.failure"), (Code(lines),))]
    for state, _ in pages.states:
        if pages.failures.tells(state):
            found = tuple(Code(text) for text in _sent(state))
            if found:
                sections.append(Section(pages.word("texts.state", pages.title(state.path)), found))
    return Section(pages.word("texts"), (), tuple(sections))


def _sent(state: State) -> Iterator[str]:
    """The message of the state's call: a text, or what makes it."""
    _, arguments = arguments_field(state)
    for path, value in values(arguments, ()):
        if path and str(path[-1]).removesuffix(".$") in _MESSAGES:
            yield value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)


def steps(pages: Pages) -> Section:
    """The steps of running it again, with the commands."""
    nested = [state for state, _ in pages.states if starts_nested(state)]
    is_express = pages.failures.machine.type == "EXPRESS"
    items = [pages.word("rerun.look"), pages.word("rerun.table")]
    if nested:
        names = pages.listing(pages.title(state.path) for state in nested)
        items.append(pages.word("rerun.child", names))
    items.append(pages.word("rerun.fix"))
    items += (
        [pages.word("rerun.new-express")]
        if is_express
        else [
            pages.word("rerun.redrive"),
            pages.word("rerun.new"),
        ]
    )
    if nested:
        items.append(pages.word("rerun.nested", pages.listing(filter(None, map(target_of, nested)))))
    items.append(pages.word("rerun.check"))
    return Section(
        pages.word("rerun.title"),
        (Bullets(tuple(items), numbered=True),),
        tuple(_commands(pages, nested, is_express)),
    )


def _commands(pages: Pages, nested: list[State], is_express: bool) -> Iterator[Section]:
    if not is_express:
        redrive = (
            f"aws stepfunctions redrive-execution \\\n  --execution-arn {ARN}:execution:<machine>:<name>"
        )
        yield Section(pages.word("rerun.command"), (Code(redrive),))
    yield Section(pages.word("rerun.start"), (_start("<machine>", _example(pages)),))
    for target, state in {target_of(state): state for state in nested}.items():
        _, arguments = arguments_field(state)
        given = arguments if isinstance(arguments, dict) else {}
        input = given.get("Input", given.get("Input.$", {}))
        title = pages.word("rerun.part", pages.title(state.path))
        yield Section(title, (_start(f"<{target or 'machine'}>", input),))


def _start(machine: str, input: Json) -> Block:
    text = json.dumps(input, ensure_ascii=False, indent=2).replace("'", "'\\''")
    return Code(
        "aws stepfunctions start-execution \\\n"
        f"  --state-machine-arn {ARN}:stateMachine:{machine} \\\n"
        f"  --input '{text}'"
    )


def _example(pages: Pages) -> Json:
    """An input by the examples of the contract; a field without one has its type there."""
    found: dict[str, Json] = {}
    for path, field in read_input_contract(pages.workflow.design).items():
        around = found
        *outer, last = path.split(".")
        for part in outer:
            inner = around.setdefault(part, {})
            if not isinstance(inner, dict):
                break
            around = inner
        else:
            if not isinstance(around.get(last), dict):
                around[last] = f"<{field.type or last}>" if field.example is None else field.example
    return found
