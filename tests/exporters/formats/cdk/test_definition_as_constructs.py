"""A definition as constructs of the CDK: the template of the file form, but for the definition's spelling."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from budget import deep, some
from cdk import compile_typescript, synthesize
from construct_traps import traps
from corpus import definitions
from deployed import Deployed
from flows import with_constructs, workflow, workflows
from normal_asl import normal
from tooling import needs_node

from designer.library.samples import load_sample, samples
from exporters import ExportRefused, export, write
from schemas import Document, validate
from schemas.sidecar.workflow import Workflow

BATCH = 100
"""The flows that one process of Node synthesizes: it keeps all that it has made."""
REFUSED = ("hostile", "mapped", "numbers", "a distributed map that writes batches")
"""Flows with states that no way leads to, with placeholders for objects, and with one as a name."""


def of_the_corpus() -> list[Workflow]:
    """Valid definitions, about ten of them in `make test`."""
    paths = [path for path in some(definitions(), 14) if path.stat().st_size < 100_000]
    found = (
        Workflow(f"flow{at}", Document.parse(path.read_text("utf-8"), "json"))
        for at, path in enumerate(paths)
    )
    return [each for each in found if is_valid(each)]


def is_valid(flow: Workflow) -> bool:
    return not any(
        found.severity == "error" for found in validate(flow.document, flow.design, flow.design.type)
    )


def fits(flow: Workflow) -> bool:
    """False for the few definitions that constructs cannot say, which are refused with a reason."""
    try:
        export(with_constructs(flow), "cdk-typescript", force=True)
    except ExportRefused as refused:
        assert refused.diagnostics[0].code in ("state-not-constructs", "state-not-reached")
        return False
    return True


@deep
@pytest.mark.node
@needs_node
def test_both_forms_deploy_the_same_with_the_same_permissions(tmp_path: Path) -> None:
    flows = [each for each in (*workflows(), *traps()) if each.name not in REFUSED]
    flows += [each for each in of_the_corpus() if fits(each)]
    files, codes = (exported(tmp_path, form, flows) for form in ("file", "code"))
    assert compile_typescript(codes, tmp_path / "home") == ""
    for at in range(0, len(flows), BATCH):
        batch = slice(at, at + BATCH)
        names = [flow.name for flow in flows[batch]]
        deployed, _ = synthesize("typescript", [*files[batch], *codes[batch]], tmp_path / "home")
        for name, file, code in zip(names, deployed[: len(names)], deployed[len(names) :], strict=True):
            assert normal(code.definition) == normal(file.definition), name
            assert around(code) == around(file), name


def exported(folder: Path, form: str, flows: list[Workflow]) -> list[Path]:
    """The folders of the apps that have their definitions in a file, or in code."""
    folders = [folder / form / str(at) for at in range(len(flows))]
    for flow, app in zip(flows, folders, strict=True):
        write(export(with_constructs(flow) if form == "code" else flow, "cdk-typescript", force=True), app)
    return folders


def around(deployed: Deployed) -> dict:
    """The template without the definition."""
    template = json.loads(json.dumps(deployed.template))
    for resource in template["Resources"].values():
        for name in ("DefinitionString", "DefinitionS3Location", "DefinitionSubstitutions"):
            resource.get("Properties", {}).pop(name, None)
    return template


@pytest.mark.parametrize("name", samples())
def test_every_state_of_a_sample_is_a_construct_of_its_own(name: str) -> None:
    text = definition_of(with_constructs(load_sample(name)))
    assert not re.search(r"CustomState|ExactState|new Rule", text)


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ({"A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}, "state-not-reached"),
        ({"A": {"Type": "Pass", "Result": {"${Name}": 1}, "End": True}}, "state-not-constructs"),
        ({"A": {"Type": "Pass", "Result": 12345678901234567890, "End": True}}, "state-not-constructs"),
        ({"A": {"Type": "Pass", "Result": "${Token[x.1]}", "End": True}}, "state-not-constructs"),
        ({"A": {"Type": "Choice", "Choices": [], "Default": "Nowhere"}}, "state-not-constructs"),
    ],
)
def test_what_constructs_cannot_say_is_refused_with_its_state(states: dict, code: str) -> None:
    flow = with_constructs(workflow("refused", json.dumps({"StartAt": "A", "States": states})))
    with pytest.raises(ExportRefused) as refused:
        export(flow, "cdk-typescript", force=True)
    (found,) = refused.value.diagnostics
    assert found.code == code and found.params["state"] == found.path[1]


def test_python_has_the_definition_as_a_file_whatever_the_setting() -> None:
    paths = [file.path for file in export(with_constructs(traps()[0]), "cdk-python", force=True)]
    assert "traps.asl.json" in paths


def definition_of(flow: Workflow) -> str:
    files = export(flow, "cdk-typescript", force=True)
    assert not any(file.path.endswith(".asl.json") for file in files)
    return next(file for file in files if file.path.endswith("-definition.ts")).data.decode()
