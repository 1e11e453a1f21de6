"""Merges of exports into repositories that are nothing but texts by their paths."""

from __future__ import annotations

from collections.abc import Sequence

from exporters import export
from exporters.merging.merge import Choice
from exporters.merging.merging import recognized
from exporters.merging.plan import Plan, Repository, Request
from exporters.settings import Settings
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

FLOW = """{
  "StartAt": "Read",
  "States": {
    "Read": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:getItem",
      "Parameters": {"TableName": "${OrderTable}", "Key": {"id": {"S.$": "$.id"}}},
      "Retry": [{"ErrorEquals": ["States.TaskFailed"], "MaxAttempts": 2}],
      "Next": "Done"
    },
    "Done": {"Type": "Succeed"}
  }
}
"""


def workflow(text: str = FLOW, name: str = "orders", sidecar: str = '{"version": 1}') -> Workflow:
    return Workflow(name, Document.parse(text), Design(Document.parse(sidecar)))


def plan(
    files: dict[str, str],
    workflows: Workflow | Sequence[Workflow],
    choice: Choice = "ask",
    format: str | None = None,
) -> Plan:
    """The plan of merging `workflows` into the repository that has `files`."""
    repository = Repository(files.get)
    kind, format, main = recognized(repository.read, format)
    differences = []
    for item in [workflows] if isinstance(workflows, Workflow) else workflows:
        artifacts = export(item, format, force=True, settings=Settings(beside_others=True))
        differences += kind.merge(repository, Request.of(item, artifacts, choice), main)
    return repository.plan(differences)


def written(files: dict[str, str], plan: Plan) -> dict[str, str]:
    """`files` after `plan`."""
    changes = [*plan.changes, *([plan.record] if plan.record else [])]
    return {**files, **{change.file: change.after for change in changes}}


def merged(
    files: dict[str, str], workflows: Workflow | Sequence[Workflow], choice: Choice = "ask"
) -> dict[str, str]:
    """`files` after a merge of `workflows`, on which nobody has to decide."""
    found = plan(files, workflows, choice)
    assert choice != "ask" or not found.conflicts, found.conflicts
    return written(files, found)


def reasons(plan: Plan) -> list[tuple[str, str]]:
    """The reason and the path of each difference."""
    return [(found.reason, ".".join(map(str, found.path))) for found in plan.differences]
