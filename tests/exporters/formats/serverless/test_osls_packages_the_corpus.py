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
    services = [service(path, index) for index, path in enumerate(some(definitions(), 30))]
    for index, group in enumerate(without_conflicts(services)):
        folder = tmp_path / f"service-{index}"
        folder.mkdir()
        (folder / "serverless.yml").write_text(write_yaml(together(group)), encoding="utf-8")
        packaged = package(folder, tmp_path / "home")
        assert packaged.is_without_warning, packaged.output
        changed = [service.name for service in group if differs(service, packaged.template)]
        assert changed == []


def service(path: Path, index: int) -> Service:
    return Service.of(Workflow(f"flow{index}", Document.parse(path.read_text(encoding="utf-8"), "json")))


def without_conflicts(services: list[Service]) -> list[list[Service]]:
    """The services in as few groups as one pass finds, no name with two values in any of them."""
    groups: list[tuple[dict[tuple[str, str], object], list[Service]]] = []
    for service in services:
        values = declared(loaded(service))
        for known, members in groups:
            if all(known.get(name, value) == value for name, value in values.items()):
                known |= values
                members.append(service)
                break
        else:
            groups.append((values, [service]))
    return [members for _, members in groups]


def declared(text: dict) -> dict[tuple[str, str], object]:
    """The values of a service's params, parameters and resources, by kind and name."""
    parts = {"params": text.get("params", {}).get("default", {}), **text["resources"]}
    return {(kind, name): value for kind, part in parts.items() for name, value in part.items()}


def together(services: list[Service]) -> dict:
    """One service with the machines, params, parameters and resources of all."""
    first = loaded(services[0])
    first.setdefault("params", {"default": {}})
    for text in map(loaded, services):
        first["stepFunctions"]["stateMachines"] |= text["stepFunctions"]["stateMachines"]
        first["params"]["default"] |= text.get("params", {}).get("default", {})
        for kind, part in text["resources"].items():
            first["resources"].setdefault(kind, {}).update(part)
    return first


def loaded(service: Service) -> dict:
    return yaml.load(service.text(), yaml.CSafeLoader)


def differs(service: Service, template: dict) -> bool:
    machine = template["Resources"][service.ids.machine]
    deployed = spelled(definition_of(machine, template.get("Parameters", {})))
    return canonical(deployed) != canonical(after_substitution(service.definition.value, values_in(service)))
