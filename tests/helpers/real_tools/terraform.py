"""The real parser of HCL, and the real Terraform where it is installed, without its provider."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from iam import ACCOUNT, PSEUDO, REGION
from tooling import NODE, TOOLS

OF_AWS = {
    "data.aws_caller_identity.current.account_id": ACCOUNT,
    "data.aws_partition.current.partition": PSEUDO["AWS::Partition"],
    "data.aws_partition.current.dns_suffix": PSEUDO["AWS::URLSuffix"],
    "data.aws_region.current.region": REGION,
}
TERRAFORM = shutil.which("terraform")

needs_terraform = pytest.mark.skipif(
    TERRAFORM is None,
    reason="there is no terraform: its format and its own reading of the files were not tried",
)


def read(files: list[Path]) -> list[dict]:
    """Each file as the parser reads it."""
    run = subprocess.run([NODE, TOOLS / "hcl.mjs", *files], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def terraform(*arguments: str, folder: Path, typed: str = "") -> str:
    """The output of a command of Terraform, with nothing in the environment and nothing fetched."""
    assert TERRAFORM
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "CHECKPOINT_DISABLE": "1"}
    run = subprocess.run(
        [TERRAFORM, *arguments],
        cwd=folder,
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def evaluated(expression: str, folder: Path) -> object:
    """The value of an expression of one line, as the console of Terraform finds it."""
    printed = terraform("console", folder=folder, typed=f"base64encode(jsonencode({expression}))\n")
    return json.loads(base64.b64decode(json.loads(printed.strip())))


def policies(module: Path, folder: Path, givens: list[dict[str, str]]) -> list[list[dict]]:
    """The policies of a module's role as Terraform resolves them with each `given` value of the variables."""
    folder.mkdir(parents=True)
    (main,) = read([module / "main.tf"])
    found = [
        *main["resource"].get("aws_iam_role_policy", {}).values(),
        *main["resource"].get("aws_iam_policy", {}).values(),
    ]
    code = ",\n".join(policy[0]["policy"][2:-1] for policy in found)
    locals = (f"  policies_{index} = [\n{_given(code, given)}\n  ]\n" for index, given in enumerate(givens))
    (folder / "policies.tf").write_text(f"locals {{\n{''.join(locals)}}}\n", encoding="utf-8")
    names = ", ".join(f"local.policies_{index}" for index in range(len(givens)))
    written = evaluated(f"[{names}]", folder)
    assert isinstance(written, list)
    return [[json.loads(text) for text in texts] for texts in written]


def _given(code: str, given: dict[str, str]) -> str:
    """The code with the values of variables, and of what AWS knows, put in."""
    for source, value in OF_AWS.items():
        code = code.replace(source, json.dumps(value))
    return re.sub(r"\bvar\.(\w+)", lambda found: json.dumps(given[found[1]]), code)
