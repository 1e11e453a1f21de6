"""Checks that the tool which delivers a definition puts something in for each of its placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from schemas.asl.template_functions import call_of, loop_names
from schemas.asl.walk import values
from schemas.core.diagnostic import Diagnostic
from schemas.core.did_you_mean import Names
from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder
from schemas.core.placeholder_syntax import is_in_sub, is_substitution, is_variable, placeholders_in
from schemas.document.document import Document
from schemas.validator.logical_ids import LogicalIds, missing_resources

CODE = "placeholder-not-substituted"

Way = Literal["substitutions", "sub", "serverless"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """The way in which placeholders get their values.

    `substitutions`: CloudFormation and SAM put in the values of `DefinitionSubstitutions`, whose `names` may
    be unknown (None). `sub`: the definition is the text of an `Fn::Sub` with variables of these `names`.
    `serverless`: an object in `serverless.yml`. `loops` are the variables of loops of the template around the
    machine, which puts in their values. `ids` are the logical ids that the template has, where that is known.
    """

    way: Way
    names: frozenset[str] | None = None
    loops: frozenset[str] = frozenset()
    ids: LogicalIds | None = None


def missing(document: Document, delivery: Delivery) -> Iterator[Diagnostic]:
    """The warnings on logical ids in a definition that its template does not have."""
    if delivery.ids is not None:
        is_sub = delivery.way == "sub"
        others = delivery.loops | (delivery.names or frozenset() if is_sub else frozenset())
        yield from missing_resources(document, delivery.ids, others, is_sub)


def undelivered(document: Document, delivery: Delivery) -> Iterator[Diagnostic]:
    """The warnings on placeholders of a definition that stay as they are, or break the deployment."""
    texts = list(_texts(document.value, delivery.loops))
    is_sub = any("#{" in each.text for each in texts) or _has_function(document.value)
    for path, text, is_key, loops in texts:
        for name in dict.fromkeys(placeholders_in(text)):
            params = None if name in loops else _wrong(name, delivery, is_sub)
            if params is not None:
                at = document.position(path, is_key)
                params = {"found": f"${{{name}}}", **params}
                yield Diagnostic(CODE, "warning", path, at.line, at.column, params)


def is_settled(diagnostic: Diagnostic, value: Json, delivery: Delivery) -> bool:
    """True for a diagnostic of a rule on placeholders that does not hold for this delivery of the `value`.

    Odd placeholders are told by `undelivered`. For a text that is nothing but one of its variables, the
    Serverless Framework puts in a value of any type, so that no quotes are left around it.
    """
    if diagnostic.code == "odd-placeholder":
        return True
    if diagnostic.code != "quoted-placeholder" or delivery.way != "serverless" or not isinstance(value, str):
        return False
    names = list(placeholders_in(value))
    return [f"${{{name}}}" for name in names if is_variable(name)] == [value.strip()]


def _wrong(name: str, delivery: Delivery, is_sub: bool) -> dict[str, str] | None:
    """The reason why a placeholder gets no value, as params of the message; None if it gets one."""
    if delivery.way == "substitutions":
        return _not_in(name, delivery.names)
    if delivery.way == "sub":
        return None if is_in_sub(name) or name in (delivery.names or ()) else {"sub": "Fn::Sub"}
    if is_variable(name) or (is_sub and is_in_sub(name)):
        return None
    return {"serverless": "serverless.yml"}


def _not_in(name: str, names: frozenset[str] | None) -> dict[str, str] | None:
    if not is_substitution(name):
        return {"names": "DefinitionSubstitutions"}
    missing = [part for part in name.split(",") if names is not None and part not in names]
    if not missing:
        return None
    nearest = Names(sorted(names or ())).nearest(missing[0])
    return {"missing": missing[0], **({"nearest": nearest} if nearest else {})}


class _Text(NamedTuple):
    """A text at a path, or a key; `loops` are the variables of the loops around it."""

    path: Path
    text: str
    is_key: bool
    loops: frozenset[str]


def _texts(value: Json, around: frozenset[str]) -> Iterator[_Text]:
    """The texts and the keys; none inside a function of the template."""
    waiting: list[tuple[Path, Json, frozenset[str]]] = [((), value, around)]
    while waiting:
        path, item, loops = waiting.pop()
        if isinstance(item, str):
            yield _Text(path, item, False, loops)
        elif isinstance(item, dict) and not call_of(item)[0]:
            yield from (_Text((*path, key), key, True, loops) for key in item)
            waiting.extend(
                ((*path, key), inner, loops | loop_names(key, inner)) for key, inner in reversed(item.items())
            )
        elif isinstance(item, list):
            waiting.extend(((*path, index), item[index], loops) for index in reversed(range(len(item))))


def _has_function(value: Json) -> bool:
    return any(isinstance(item, dict) and is_placeholder(item) for _, item in values(value, ()))
