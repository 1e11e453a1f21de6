"""A test of one state on the command line, in the language of the service's TestState."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from designer.base.refusal import Refusal
from designer.command_line.playable import read_json
from designer.linting.report import printable
from player.state_tests.request import RequestRefused
from player.state_tests.state_test import run_state_test
from schemas.core.coerce import mapping
from schemas.core.paths import Json


def test_one_state(
    definition: Mapping[str, Json], state: str, given: Json, request: Path | None, form: str
) -> int:
    """Test a state with the input `given` and the parameters in `request`, and print the response.

    Returns the exit code: 1 for a state that has failed. Raises `Refusal` where the service would refuse.
    """
    parameters = read_json(request) if request else {}
    if not isinstance(parameters, dict):
        raise Refusal("cli.no-request", str(request))
    try:
        response = run_state_test(dict(definition), {"input": given, **parameters, "stateName": state})
    except RequestRefused as refused:
        raise Refusal("cli.state-test-refused", str(request or ""), reason=str(refused)) from refused
    if form == "json":
        click.echo(json.dumps(response, ensure_ascii=False, indent=2))
    else:
        for line in _lines(response):
            click.echo(printable(line))
    return 1 if response["status"] == "FAILED" else 0


def _lines(response: Mapping[str, Json]) -> Iterator[str]:
    """The response to read: its end, then the data at each stage."""
    inspected = mapping(response.get("inspectionData"))
    for name, value in {**response, **inspected}.items():
        if name == "inspectionData":
            continue
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        yield f"{name}: {shown}"
