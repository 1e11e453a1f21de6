"""A service with merged workflows, packaged by the real osls with the real plugin, before and after."""

from __future__ import annotations

from pathlib import Path

import pytest
from merging import merged
from osls import canonical, definition_of, package
from tooling import needs_node

from designer.library.samples import load_sample, samples
from exporters import export
from schemas.document.template import Template
from schemas.document.yaml.dialect import SERVERLESS

pytestmark = [pytest.mark.node, needs_node]

HOST = {
    "serverless.yml": """# The shop
service: shop
frameworkVersion: '>=3'
provider: { name: aws, region: eu-west-1 } # ours
plugins:
    - serverless-step-functions
custom:
    names: &names { topic: news }
stepFunctions:
    stateMachines: ${file(machines.yml)}
resources:
    - ${file(resources.yml)}
    - Outputs:
          Topic: { Value: !Ref News }
""",
    "machines.yml": "mine:\n  name: mine\n  role: arn:aws:iam::123456789012:role/mine\n"
    "  definition:\n    StartAt: A\n    States: {A: {Type: Succeed}}\n",
    "resources.yml": "Resources:\n  News: # a topic\n    Type: AWS::SNS::Topic\n",
}


def test_all_samples_in_one_service_are_packaged_and_what_was_there_is_the_same(tmp_path: Path) -> None:
    before = packaged(HOST, tmp_path / "before")
    workflows = [load_sample(name) for name in samples()]
    files = merged(HOST, workflows)
    after = packaged(files, tmp_path / "after")
    assert after.is_without_warning, after.output
    for section in ("Resources", "Outputs"):
        kept = {key: after.template[section][key] for key in before.template[section]}
        kept.pop("ServerlessDeploymentBucketName", None)
        assert kept == {key: value for key, value in before.template[section].items() if key in kept}
    assert len([id for id in after.machines if "Failure" not in id]) == len(workflows) + 1
    alone = [Template(export(item, "serverless")[0].data.decode(), "yaml", SERVERLESS) for item in workflows]
    for document in alone:
        (machine,) = document.value["stepFunctions"]["stateMachines"].values()
        source = after.machines[machine["id"]]
        states = definition_of(source, after.template["Parameters"])["States"]
        assert canonical(sorted(states)) == canonical(sorted(machine["definition"]["States"]))


def packaged(files: dict[str, str], folder: Path):
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    return package(folder, folder / "home")
