"""Reads the cases of a workflow from `<name>.cases.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from player.cases.case import Case, Expected
from player.mocks.tables import check_tables
from schemas.core.coerce import mapping, names, text
from schemas.core.paths import Json, Path

STATUSES = ("SUCCEEDED", "FAILED", "TIMED_OUT")
_FIELDS = ("input", "sample", "mocks", "tables", "expect")
_EXPECTED = ("status", "output", "error", "cause", "path")


class Mistake(NamedTuple):
    """A part of a file of cases that cannot be read: its path, and the key of the words that say why."""

    path: Path
    key: str
    params: Mapping[str, str]


def read_cases(value: Json, samples: Mapping[str, Json]) -> tuple[list[Case], list[Mistake]]:
    """The cases in the value of a file, and its mistakes; `samples` has the sample inputs by name."""
    cases = mapping(value).get("cases")
    if not isinstance(cases, dict) or not cases:
        return [], [Mistake((), "cases.none", {})]
    mistakes = [mistake for name, case in cases.items() for mistake in _mistakes(name, case, samples)]
    return [_case(name, mapping(case), samples) for name, case in cases.items()], mistakes


def _mistakes(name: str, case: Json, samples: Mapping[str, Json]) -> Iterator[Mistake]:
    path: Path = ("cases", name)
    if not isinstance(case, dict):
        yield Mistake(path, "cases.no-object", {})
        return
    expected = case.get("expect", {})
    yield from _unknown(case, _FIELDS, path)
    yield from _unknown(mapping(expected), _EXPECTED, (*path, "expect"))
    sample = case.get("sample")
    if sample is not None and sample not in samples:
        yield Mistake((*path, "sample"), "cases.no-sample", {"names": ", ".join(samples) or "-"})
    for field in ("mocks", "tables", "expect"):
        if field in case and not isinstance(case[field], dict):
            yield Mistake((*path, field), "cases.no-object", {})
    try:
        check_tables(mapping(case.get("tables")))
    except ValueError as error:
        yield Mistake((*path, "tables"), "cases.bad-tables", {"error": str(error)})
    status = mapping(expected).get("status", STATUSES[0])
    if status not in STATUSES:
        yield Mistake((*path, "expect", "status"), "cases.bad-status", {"names": ", ".join(STATUSES)})


def _unknown(fields: dict[str, Json], known: tuple[str, ...], path: Path) -> Iterator[Mistake]:
    for field in fields:
        if field not in known:
            yield Mistake((*path, field), "cases.unknown", {"field": field, "names": ", ".join(known)})


def _case(name: str, fields: dict[str, Json], samples: Mapping[str, Json]) -> Case:
    expected = mapping(fields.get("expect"))
    error, cause = expected.get("error"), expected.get("cause")
    usual = "FAILED" if "error" in expected or "cause" in expected else STATUSES[0]
    input = samples.get(str(fields.get("sample"))) if "sample" in fields else fields.get("input", {})
    return Case(
        name,
        input,
        mapping(fields.get("mocks")),
        mapping(fields["tables"]) if "tables" in fields else None,
        Expected(
            text(expected.get("status"), usual),
            (expected["output"],) if "output" in expected else None,
            error if isinstance(error, str) else None,
            cause if isinstance(cause, str) else None,
            names(expected["path"]) if "path" in expected else None,
        ),
    )
