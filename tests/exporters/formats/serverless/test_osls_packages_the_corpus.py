"""Definitions of the corpus, valid or not, packaged in one run of the real osls."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from budget import deep, some
from corpus import definitions, needs_corpus
from osls import after_substitution, canonical, definition_of, package, spelled, values_in
from tooling import needs_node

from exporters.formats.serverless.service import Service
from schemas import Document
from schemas.document.yaml.printer import write_yaml
from schemas.sidecar.workflow import Workflow

pytestmark = [deep, pytest.mark.node, needs_node, needs_corpus]


def test_osls_packages_the_definitions_and_changes_none(tmp_path: Path) -> None:
    services = [service(path, index) for index, path in enumerate(some(definitions(), 80))]
    texts = [yaml.load(service.text(), yaml.CSafeLoader) for service in services]
    (tmp_path / "service").mkdir()
    (tmp_path / "service" / "serverless.yml").write_text(write_yaml(together(texts)), encoding="utf-8")
    packaged = package(tmp_path / "service", tmp_path / "home")
    assert packaged.is_without_warning, packaged.output
    changed = [service.name for service in services if differs(service, packaged.template)]
    assert changed == []


def service(path: Path, index: int) -> Service:
    return Service.of(Workflow(f"flow{index}", Document.parse(path.read_text(encoding="utf-8"), "json")))


def together(services: list[dict]) -> dict:
    """One service with the machines, parameters and resources of all."""
    first = {**services[0], "params": {"default": {}}}
    for service in services:
        first["stepFunctions"]["stateMachines"] |= service["stepFunctions"]["stateMachines"]
        first["params"]["default"] |= service.get("params", {}).get("default", {})
        for kind, declared in service["resources"].items():
            first["resources"].setdefault(kind, {}).update(declared)
    return first


def differs(service: Service, template: dict) -> bool:
    machine = template["Resources"][service.ids.machine]
    deployed = spelled(definition_of(machine, template["Parameters"]))
    return canonical(deployed) != canonical(after_substitution(service.definition.value, values_in(service)))
