"""The names by which one workflow may mean another: its own, and those that exports give it."""

from __future__ import annotations

import re
from unicodedata import normalize

from exporters.names import file_name, service_name
from exporters.stack import stack_name
from schemas.sidecar.workflow import Workflow

_STAGE = re.compile(r"[-_.]?(?:\$\{[^{}]*\}|dev|develop|development|stg|staging|prod|production|test|qa)$")
_PLACEHOLDER = re.compile(r"\$\{[^{}]*\}")
_KIND = re.compile(r"(?:arn|statemachine|stepfunctions?|machine|workflow|ステートマシン|ワークフロー)$")


def aliases(workflow: Workflow) -> list[str]:
    """The names of a workflow in the form in which they are compared, its own first."""
    written = (
        workflow.name,
        workflow.design.title,
        workflow.design.deployment.service,
        stack_name(workflow),
        service_name(workflow.name),
        file_name(workflow.name),
    )
    return list(dict.fromkeys(form for name in written if (form := comparable(name))))


def comparable(name: str) -> str:
    """A name without width, case, marks, stage and what only says that it is a state machine.

    `RefundStateMachineArn`, `refund-dev` and `Refund` are the same.
    """
    plain = _STAGE.sub("", normalize("NFKC", name).strip().casefold())
    letters = "".join(letter for letter in _PLACEHOLDER.sub("", plain) if letter.isalnum())
    while (shorter := _KIND.sub("", letters)) not in ("", letters):
        letters = shorter
    return letters
