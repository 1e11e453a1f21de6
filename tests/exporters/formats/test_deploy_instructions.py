"""The commands on the pages beside templates: every value that must be given is given, and quoted."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml
from flows import in_yaml, told, workflow

from exporters import export
from schemas.sidecar.workflow import Workflow

CALL = """{"StartAt": "Pay", "States": {"Pay": {"Type": "Task", "End": true,
  "Resource": "${PayFunctionArn}"}}}"""


@pytest.mark.parametrize("format", ["cloudformation", "sam"])
@pytest.mark.parametrize("made", [in_yaml(), told()[2], workflow("pay", CALL)], ids=lambda made: made.name)
def test_the_command_gives_what_the_template_has_no_default_for(format: str, made: Workflow) -> None:
    files = {file.path: file.data.decode() for file in export(made, format, force=True)}
    (command,) = re.findall(r"(?:aws cloudformation|sam) deploy(?: .*\\\n)+.*\n", files["README.md"])
    words = shlex.split(command.replace("\\\n", " "))
    assert "CAPABILITY_IAM" in words
    given = words[words.index("--parameter-overrides") + 1 :]
    declared = yaml.safe_load(files["template.yaml"])["Parameters"]
    required = [name for name, fields in declared.items() if "Default" not in fields]
    assert required
    assert sorted(item.split("=")[0] for item in given) == sorted(required)
    assert not any("$" in item for item in given)
    assert all(fields["Description"] for fields in declared.values())


@pytest.mark.parametrize("format", ["cloudformation", "sam"])
def test_a_changed_default_is_not_promised_to_reach_a_stack_that_is_there(format: str) -> None:
    page = {file.path: file.data.decode() for file in export(in_yaml(), format)}["README.md"]
    assert "changes nothing in a stack that is there already" in page
    assert "--parameter-overrides NAME=VALUE" in page


def test_a_parameter_names_its_fields_and_states() -> None:
    template = yaml.safe_load(export(in_yaml(), "cloudformation")[0].data)
    described = {name: fields["Description"] for name, fields in template["Parameters"].items()}
    assert described["StaffTopic"] == "TopicArn, Message of Tell"
    assert described["Patience"] == "TimeoutSeconds, HeartbeatSeconds of Start, Ask"


def test_the_outputs_name_what_the_stack_has() -> None:
    outputs = yaml.safe_load(export(told()[0], "cloudformation", force=True)[0].data)["Outputs"]
    assert list(outputs) == [
        "StateMachineArn",
        "StateMachineName",
        "RoleArn",
        "LogGroupName",
        "FailureTopicArn",
    ]
    assert outputs["StateMachineName"]["Value"] == {"Fn::GetAtt": ["StateMachine", "Name"]}
