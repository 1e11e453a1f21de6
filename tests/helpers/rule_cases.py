"""Tests of one rule: definitions that it must flag, near ones that it must let pass, and builders for them.

FLAGS = {"a Next that names no state": Flag(machine({"A": state("Pass", Next="B")}), "/States/A/Next")}
PASSES = {"a Next that names a state": machine({"A": state("Pass", Next="B"), "B": DONE})}

test_flags = flags("missing-target", FLAGS)
test_passes = passes("missing-target", PASSES)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from schemas import Document, validate
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design
from schemas.validator.autofix import apply_fixes
from schemas.validator.check_design import check_design
from schemas.validator.ruleset import RuleSet, all_rules

Definition = dict[str, Any]

STATES = "arn:aws:states:::"
"""The beginning of the ARN of an optimized integration."""

SDK = f"{STATES}aws-sdk:"
"""The beginning of the ARN of a call of the AWS SDK."""

DONE: Definition = {"Type": "Succeed"}

DISTRIBUTED: Definition = {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}
"""The ProcessorConfig of a distributed Map."""

_ENDING = ("Choice", "Succeed", "Fail")
_OF_THE_ENTRY = ("owner", "position", "card", "undecided")


@dataclass(frozen=True)
class Express:
    """A definition of an Express machine."""

    definition: Definition


@dataclass(frozen=True)
class Operated:
    """A definition with its sidecar."""

    definition: Definition
    sidecar: Definition


Case = Definition | Express | Operated


@dataclass(frozen=True)
class Flag:
    """A definition that a rule must flag.

    `at` has the JSON pointer of its finding, or of each of them, in the order of the text; `params` are among
    the params of each. The findings must have a fix exactly where `safe_fix` or `unsafe_fix` is given: the
    definition after it.
    """

    definition: Case
    at: str | tuple[str, ...]
    params: Mapping[str, str] = field(default_factory=dict)
    safe_fix: Definition | None = None
    unsafe_fix: Definition | None = None


def flags(code: str, cases: Mapping[str, Flag]) -> Callable[[Flag], None]:
    """A test that the rule `code` flags each of the `cases`, in the right place and with the right fix."""

    @pytest.mark.parametrize("case", cases.values(), ids=list(cases))
    def test(case: Flag) -> None:
        document, type_, design = _read(case.definition)
        found = _found(code, document, type_, design)
        at = [case.at] if isinstance(case.at, str) else list(case.at)
        pointers = [each.pointer for each in found]
        assert pointers == at, pointers
        for each in found:
            assert case.params.items() <= each.params.items(), each.params
        _assert_fix(code, document, type_, design, case)

    return test


def passes(code: str, cases: Mapping[str, Case], beside: Collection[str] = ()) -> Callable[[Case], None]:
    """A test that the rule `code` lets each of the `cases` pass, and that nothing else is wrong with them.

    Warnings with the codes of `beside`, of other rules, are expected in some of the cases; hints anywhere.
    """

    @pytest.mark.parametrize("case", cases.values(), ids=list(cases))
    def test(case: Case) -> None:
        document, type_, design = _read(case)
        found = validate(document, design, type_)
        assert code not in [each.code for each in found]
        wrong = [(each.code, each.pointer) for each in found if _is_wrong(each, beside)]
        assert not wrong, wrong

    return test


def _is_wrong(found: Diagnostic, beside: Collection[str]) -> bool:
    return found.severity == "error" or (found.severity == "warning" and found.code not in beside)


def leaves(code: str, cases: Mapping[str, tuple[str, Case]]) -> Callable[[tuple[str, Case]], None]:
    """A test that the rule `code` lets each of the `cases` pass, since the other code beside it flags it."""

    @pytest.mark.parametrize("case", cases.values(), ids=list(cases))
    def test(case: tuple[str, Case]) -> None:
        other, definition = case
        document, type_, design = _read(definition)
        codes = {each.code for each in validate(document, design, type_)}
        assert code not in codes
        assert other in codes, codes

    return test


def machine(states: Definition, **fields: Any) -> Definition:
    """A machine, a branch or a processor of `states`, which starts at the first of them."""
    return {"StartAt": next(iter(states)), **fields, "States": states}


def alone(state: Definition, **fields: Any) -> Definition:
    """A machine of one state, A."""
    return machine({"A": state}, **fields)


def jsonata(states: Definition, **fields: Any) -> Definition:
    """A machine of `states` in JSONata."""
    return machine(states, QueryLanguage="JSONata", **fields)


def in_map(scope: Definition, **fields: Any) -> Definition:
    """A machine of one Map, Each, over the `scope`."""
    return machine({"Each": map_over(scope)}, **fields)


def in_branch(scope: Definition, **fields: Any) -> Definition:
    """A machine of one Parallel, Both, whose second branch is the `scope`."""
    return machine({"Both": parallel(machine({"Other": DONE}), scope)}, **fields)


def state(type_: str, **fields: Any) -> Definition:
    """A state, which ends where `fields` name no other transition."""
    ends = type_ not in _ENDING and fields.keys().isdisjoint(("Next", "End"))
    return {"Type": type_, **fields, **({"End": True} if ends else {})}


def task(resource: Any = "${Pay}", **fields: Any) -> Definition:
    """A Task that calls `resource`."""
    return state("Task", Resource=resource, **fields)


def choice(*rules: Definition, **fields: Any) -> Definition:
    """A Choice between `rules`."""
    return state("Choice", Choices=list(rules), **fields)


def parallel(*branches: Definition, **fields: Any) -> Definition:
    """A Parallel of `branches`."""
    return state("Parallel", Branches=list(branches), **fields)


def map_over(processor: Definition, **fields: Any) -> Definition:
    """A Map whose ItemProcessor is `processor`."""
    return state("Map", ItemProcessor=processor, **fields)


def operated(definition: Definition, cards: Definition, **sidecar: Any) -> Operated:
    """A machine with the operations cards of its states by their names; an "owner" in a card is the entry's.

    `sidecar` has its other fields, such as `input`.
    """
    entries = {
        f"s{number}": {
            "name": name,
            **{field: card[field] for field in _OF_THE_ENTRY if field in card},
            "operations": {field: value for field, value in card.items() if field not in _OF_THE_ENTRY},
        }
        for number, (name, card) in enumerate(cards.items())
    }
    return Operated(definition, {"version": 1, "states": entries, **sidecar})


def caught(target: str, *errors: str) -> list[Definition]:
    """The catchers of a state: one that leads to `target`, of these errors or of all."""
    return [{"ErrorEquals": list(errors or ["States.ALL"]), "ResultPath": "$.error", "Next": target}]


def token_wait(**fields: Any) -> Definition:
    """A Task that waits a day for its token."""
    arguments = {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}
    return task(
        f"{STATES}sqs:sendMessage.waitForTaskToken",
        **{"TimeoutSeconds": 86400, "Parameters": arguments, **fields},
    )


def _read(case: Case) -> tuple[Document, StateMachineType, Design | None]:
    if isinstance(case, Operated):
        design = Design(Document.parse(write_json(case.sidecar), "json"))
        assert check_design(design) == []
        return Document.parse(write_json(case.definition), "json"), design.type, design
    type_: StateMachineType = "EXPRESS" if isinstance(case, Express) else "STANDARD"
    definition = case.definition if isinstance(case, Express) else case
    return Document.parse(write_json(definition), "json"), type_, None


def _found(
    code: str, document: Document, type_: StateMachineType, design: Design | None = None
) -> list[Diagnostic]:
    return [each for each in validate(document, design, type_) if each.code == code]


def _assert_fix(
    code: str, document: Document, type_: StateMachineType, design: Design | None, case: Flag
) -> None:
    fixes = [each.fix for each in _found(code, document, type_, design)]
    fixed = case.safe_fix if case.unsafe_fix is None else case.unsafe_fix
    if fixed is None:
        assert fixes == [None] * len(fixes)
        return
    assert all(fix is not None and fix.safe == (case.unsafe_fix is None) for fix in fixes)
    after = apply_fixes(document, type_, _only(code), unsafe=True, design=design).document
    assert after.value == fixed, after.text
    assert _found(code, after, type_, design) == []
    assert not _errors(after, type_) - _errors(document, type_)


def _errors(document: Document, type_: StateMachineType) -> Counter[str]:
    return Counter(each.code for each in validate(document, type=type_) if each.severity == "error")


@cache
def _only(code: str) -> RuleSet:
    return RuleSet({code: all_rules().severity(code)})
