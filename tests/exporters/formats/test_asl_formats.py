"""ASL as JSON and YAML: the document's own bytes, or the same value in the other syntax."""

from __future__ import annotations

import json

import pytest
import yaml

from exporters import export
from schemas import Document
from schemas.sidecar.workflow import Workflow

JSON = '{"StartAt":"受付",  "States": {"受付": {"Type":"Succeed"}}}'
YAML = "# 注文\nStartAt: 受付   # はじめ\nStates: {受付: {Type: Succeed}}\r\n"
VALUE = {"StartAt": "受付", "States": {"受付": {"Type": "Succeed"}}}


@pytest.mark.parametrize(("syntax", "text"), [("json", JSON), ("yaml", YAML)])
def test_own_syntax_is_exported_byte_for_byte(syntax: str, text: str) -> None:
    (artifact,) = export(Workflow("返品", Document.parse(text, syntax)), f"asl-{syntax}")
    assert artifact.data == text.encode()
    assert artifact.path == f"返品.asl.{syntax}"


def test_json_becomes_yaml_of_the_same_value() -> None:
    (artifact,) = export(Workflow("返品", Document.parse(JSON, "json")), "asl-yaml")
    assert yaml.safe_load(artifact.data) == VALUE
    assert artifact.media_type == "application/yaml"


def test_yaml_becomes_json_of_the_same_value() -> None:
    (artifact,) = export(Workflow("返品", Document.parse(YAML, "yaml")), "asl-json")
    assert json.loads(artifact.data) == VALUE
    assert "受付" in artifact.data.decode()
