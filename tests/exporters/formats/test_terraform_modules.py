"""Modules of Terraform: read by the real parser of HCL, and by the real Terraform where it is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from budget import deep, examples, some
from corpus import definitions
from flows import GOVERNED, HOSTILE, aliased, distributed, encrypted, governed, told, workflow, workflows
from hypothesis import example, given
from hypothesis import strategies as st
from osls import canonical, texts
from terraform import evaluated, needs_terraform, read, terraform
from tooling import needs_node

from exporters import export, notices, write
from exporters.formats.terraform.hcl import quoted, template_text
from exporters.formats.terraform.module import Module
from exporters.substitutions import PLACEHOLDER
from schemas import Document
from schemas.core.placeholder import Unquoted
from schemas.sidecar.workflow import Workflow

DOCUMENTED = {
    *("definition", "encryption_configuration", "logging_configuration", "name", "name_prefix"),
    *("publish", "region", "role_arn", "tags", "tracing_configuration", "type"),
    *("count", "depends_on", "for_each", "lifecycle", "provider", "timeouts"),
}
"""The arguments of aws_sfn_state_machine in the provider's documentation, and those of every resource."""

BLOCKS = {
    "encryption_configuration": {"kms_key_id", "type", "kms_data_key_reuse_period_seconds"},
    "logging_configuration": {"include_execution_data", "level", "log_destination"},
    "tracing_configuration": {"enabled"},
}
REFERENCE = re.compile(r"\b(?:var\.([a-z]\w*)|data\.(aws_\w+)\.current|(aws_\w+)\.([a-z_]\w*)\.)")


@pytest.fixture(scope="module")
def flows() -> list[Workflow]:
    real = [
        Workflow(f"flow{index}", Document.parse(path.read_text(encoding="utf-8"), "json"))
        for index, path in enumerate(some(definitions()[::27], 6))
    ]
    return [*workflows(), *real]


@pytest.fixture(scope="module")
def folders(flows: list[Workflow], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    around = tmp_path_factory.mktemp("modules")
    made = [around / str(index) for index in range(len(flows))]
    for each, folder in zip(flows, made, strict=True):
        write(export(each, "terraform", force=True), folder)
    return made


@deep
@pytest.mark.node
@needs_node
def test_the_parser_reads_every_module_and_nothing_in_it_is_unknown(folders: list[Path]) -> None:
    names = ("main.tf", "variables.tf", "outputs.tf", "versions.tf")
    found = read([folder / name for folder in folders for name in names])
    for index in range(len(folders)):
        main, variables, outputs, versions = found[index * 4 : index * 4 + 4]
        (machine,) = main["resource"]["aws_sfn_state_machine"]["state_machine"]
        assert machine.keys() <= DOCUMENTED
        for name, fields in BLOCKS.items():
            assert all(block.keys() <= fields for block in machine.get(name, []))
        assert variables["variable"].keys() >= {"name", "region"}
        assert all(variable[0]["description"] for variable in variables["variable"].values())
        assert_references_are_declared(json.dumps([main, outputs, versions]), main, variables)


def assert_references_are_declared(text: str, main: dict, variables: dict) -> None:
    for variable, data, type, name in REFERENCE.findall(text):
        if variable:
            assert variable in variables["variable"]
        elif data:
            assert "current" in main["data"][data]
        else:
            assert name in main["resource"][type]


@pytest.mark.node
@needs_node
def test_the_alias_points_to_the_version_that_the_machine_publishes(tmp_path: Path) -> None:
    """The arguments are those of the provider's page on `aws_sfn_alias`."""
    write(export(aliased(), "terraform"), tmp_path)
    main, outputs = read([tmp_path / "main.tf", tmp_path / "outputs.tf"])
    version = "${aws_sfn_state_machine.state_machine.state_machine_version_arn}"
    assert main["resource"]["aws_sfn_state_machine"]["state_machine"][0]["publish"] is True
    (alias,) = main["resource"]["aws_sfn_alias"]["state_machine"]
    assert alias == {
        "name": "1-live_v.2",
        "routing_configuration": [{"state_machine_version_arn": version, "weight": 100}],
    }
    assert outputs["output"]["alias_arn"][0]["value"] == "${aws_sfn_alias.state_machine.arn}"


@deep
@needs_terraform
def test_terraform_would_write_every_module_in_the_same_way(folders: list[Path]) -> None:
    assert terraform("fmt", "-check", "-diff", "-recursive", folder=folders[0].parent) == ""


@deep
@needs_terraform
def test_terraform_makes_of_the_template_what_the_workflow_means(
    flows: list[Workflow], folders: list[Path], tmp_path: Path
) -> None:
    calls, expected = [], []
    for index, (each, folder) in enumerate(zip(flows, folders, strict=True)):
        module = Module.of(each)
        (tmp_path / f"{index}.tftpl").write_bytes((folder / module.definition_file).read_bytes())
        values = {
            key: "1" if name in module.substitutions.unquoted else f"⟦{name}⟧" for name, key in keys(module)
        }
        given = ", ".join(f"{key} = {quoted(value)}" for key, value in values.items())
        calls.append(f'templatefile("{index}.tftpl", {{{given}}})')
        expected.append(with_marks(module))
    found = evaluated(f"[{', '.join(calls)}]", tmp_path)
    assert isinstance(found, list)
    for text, wanted in zip(found, expected, strict=True):
        assert canonical(json.loads(text)) == canonical(wanted)


def keys(module: Module) -> Iterator[tuple[str, str]]:
    """The placeholders of a module and their names in the template."""
    return zip(module.substitutions.targets, module.definition_values(), strict=True)


def with_marks(module: Module) -> object:
    def replaced(text: str) -> object:
        if isinstance(text, Unquoted):
            return json.loads(PLACEHOLDER.sub("1", text))
        return PLACEHOLDER.sub(
            lambda found: "1" if found[1] in module.substitutions.unquoted else f"⟦{found[1]}⟧", text
        )

    return texts(module.definition.value, replaced)


@needs_terraform
def test_no_text_is_a_template(tmp_path: Path) -> None:
    signs = ["$", "$$", "$$$", "%", "%%", "%%%"]
    hostile = [
        *HOSTILE,
        *(f"{sign}{{a}}{sign}" for sign in signs),
        '${"$"}',
        "{% $x %}{%{}%}",
        "~}",
        "\b\\b\x7f",
    ]
    assert evaluated(f"[{', '.join(map(quoted, hostile))}]", tmp_path) == hostile


@examples(1, 4)
@needs_terraform
@given(st.lists(st.text(st.sampled_from('$%{}~"\\ a\n')), min_size=60, max_size=60))
@example(["$%", "%$", "$%{a}", "%${a}", "$%%{a}%$", "$$%%", "%%$${", "%\n"])
def test_every_text_arrives_from_quotes_and_from_a_template(
    tmp_path_factory: pytest.TempPathFactory, written: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("texts")
    calls = []
    for index, text in enumerate(written):
        (folder / f"{index}.tftpl").write_text(
            f"{template_text(text, before_call=True)}${{X}}{template_text(text)}"
        )
        calls += [quoted(text), f'templatefile("{index}.tftpl", {{ X = "⟦" }})']
    found = evaluated(f"[{', '.join(calls)}]", folder)
    assert found == [each for text in written for each in (text, f"{text}⟦{text}")]


def test_settings_of_the_deployment_are_blocks_of_the_machine() -> None:
    main = export(governed(), "terraform")[0].data.decode()
    assert f'role_arn = "{GOVERNED["role"]}"' in main
    assert f'kms_key_id                        = "{GOVERNED["kmsKey"]}"' in main
    assert "aws_iam_role" not in main
    main = export(encrypted(), "terraform")[0].data.decode()
    assert 'Team = "EC"' in main
    assert "kms:GenerateDataKey" in main


def test_the_role_of_a_distributed_map_names_the_machine_by_its_variable() -> None:
    main = export(distributed(), "terraform")[0].data.decode()
    assert ":stateMachine:${var.name}" in main
    assert "AWS::" not in main


def test_a_resource_of_a_template_is_a_variable() -> None:
    call = {"Type": "Task", "Resource": "${Pay}", "End": True}
    source = json.dumps({"StartAt": "A", "States": {"A": call}})
    target = {"Pay": {"resource": "PayFunction", "attribute": "Arn"}}
    files = export(workflow("pay", source, deployment={"substitutions": target}), "terraform")
    texts_of = {file.path: file.data.decode() for file in files}
    assert "Pay = var.pay_function_arn" in texts_of["main.tf"]
    assert 'variable "pay_function_arn"' in texts_of["variables.tf"]
    assert "pay_function_arn" in texts_of["README.md"]


def test_a_notification_is_a_rule_that_writes_to_a_topic() -> None:
    by_rule, express, found, _ = told()
    main = export(by_rule, "terraform", force=True)[0].data.decode()
    assert "aws_cloudwatch_event_target" in main
    assert "aws_sfn_state_machine.state_machine.arn" in main
    for other in (express, found):
        artifacts = export(other, "terraform", force=True)
        assert "aws_cloudwatch_event_target" not in artifacts[0].data.decode()
        (notice,) = notices(artifacts)
        assert (notice.code, notice.severity) == ("notification-not-exported", "warning")
        page = {file.path: file.data.decode() for file in artifacts}["README.md"]
        assert notice.message("en") in page or "Values to replace" not in page
