"""The hooks that pre-commit reads from this repository."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

HOOKS = yaml.safe_load((Path(__file__).parents[3] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
GOOD = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_on_the_files_that_it_is_given(folder, designer, hook):
    (folder / "flow.asl.json").write_text(GOOD)
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["language"]) == ("designer", "python")
    assert designer(*arguments, "flow.asl.json").code == 0


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("flows/checkout.asl.json", True),
        ("checkout.asl.yaml", True),
        ("checkout.asl", True),
        ("shop/serverless.yml", True),
        ("template.yaml", True),
        ("cdk.out/Shop.template.json", True),
        ("package.json", False),
        ("checkout.design.json", False),
        ("docs/easel.yaml", False),
    ],
)
def test_a_hook_is_given_the_files_that_hold_definitions(hook, name, wanted):
    assert (re.search(hook["files"], name) is not None) == wanted
