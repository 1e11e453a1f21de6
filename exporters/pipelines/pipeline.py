"""The pipeline of a repository: what deploys it, to which stages, and the commands of its steps."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Literal, get_args

from schemas.core.diagnostic import Language

Tool = Literal["serverless", "cdk", "sam", "cloudformation", "none"]
TOOLS: tuple[Tool, ...] = get_args(Tool)

DEPENDENCIES = "if [ -e package-lock.json ]; then npm ci; elif [ -e package.json ]; then npm install; fi"
PYTHON_DEPENDENCIES = "if [ -e requirements.txt ]; then python -m pip install -r requirements.txt; fi"

_INSTALL: dict[Tool, list[str]] = {
    "serverless": [DEPENDENCIES],
    "cdk": [DEPENDENCIES, PYTHON_DEPENDENCIES],
    "sam": [],
    "cloudformation": [],
    "none": [],
}
_PACKAGE: dict[Tool, list[str]] = {
    "serverless": ['npx osls package --stage "$STAGE"'],
    "cdk": ['npx cdk synth --quiet --context stage="$STAGE"'],
    "sam": ["sam validate --lint", "sam build"],
    "cloudformation": [],
    "none": [],
}
_DEPLOY: dict[Tool, list[str]] = {
    "serverless": ['npx osls deploy --stage "$STAGE"'],
    "cdk": ['npx cdk deploy --all --require-approval never --context stage="$STAGE"'],
    "sam": [
        "sam build",
        'sam deploy --stack-name "$SERVICE-$STAGE" --resolve-s3 --no-confirm-changeset'
        " --no-fail-on-empty-changeset --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND",
    ],
    "cloudformation": [
        'aws cloudformation deploy --template-file "$TEMPLATE" --stack-name "$SERVICE-$STAGE"'
        " --no-fail-on-empty-changeset --capabilities CAPABILITY_IAM",
    ],
    "none": [],
}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The choices of a person: `service` begins the names of stacks, pip installs `requirement`.

    `template` is the file of a template that CloudFormation deploys; `language` that of the comments.
    `exported` are the definitions that were exported into the repository, which has to agree with them.
    `has_cases`: the repository has cases to run; without any, such a step would fail.
    """

    tool: Tool = "none"
    stages: tuple[str, ...] = ("dev", "stg", "prod")
    service: str = "workflows"
    requirement: str = "designer"
    template: str = "template.yaml"
    branch: str = "main"
    language: Language = "en"
    exported: tuple[str, ...] = ()
    has_cases: bool = True

    @property
    def check(self) -> str:
        """The command that fails where the repository and the exported definitions differ; "" for none."""
        return f"designer export --into . --check -- {shlex.join(self.exported)}" if self.exported else ""

    @property
    def needs_node(self) -> bool:
        """True if the tool runs on Node."""
        return self.tool in ("serverless", "cdk")

    @property
    def install(self) -> list[str]:
        """The commands that install what the tool needs."""
        return _INSTALL[self.tool]

    @property
    def package(self) -> list[str]:
        """The commands that package the repository for `$STAGE`, without an account."""
        return _PACKAGE[self.tool]

    @property
    def deploy(self) -> list[str]:
        """The commands that deploy the repository to `$STAGE`."""
        return _DEPLOY[self.tool]

    @property
    def deploys(self) -> bool:
        """True if there is something to deploy."""
        return self.tool != "none"

    @property
    def variables(self) -> dict[str, str]:
        """The variables that the commands read, apart from `$STAGE`."""
        found = {"DESIGNER": self.requirement}
        if self.tool in ("sam", "cloudformation"):
            found["SERVICE"] = self.service
        if self.tool == "cloudformation":
            found["TEMPLATE"] = self.template
        return found


INSTALL_DESIGNER = 'python -m pip install "$DESIGNER"'
VALIDATE = "designer validate ."
TEST = "designer test ."
