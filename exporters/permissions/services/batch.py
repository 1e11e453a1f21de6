"""Batch: a job in a queue."""

from __future__ import annotations

import re
from dataclasses import replace

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import Statement, arn, is_arn

SERVICES = ("batch",)
_SUBMIT = Job(("batch:SubmitJob",), ("batch:DescribeJobs", "batch:TerminateJob"), "EventsForBatchJobs")
_REVISION = re.compile(r":\d+$", re.ASCII)


def statements(call: Call) -> list[Statement] | None:
    """Allow to submit a job, which has no ARN beforehand, of its definition to its queue."""
    if call.action != "submitJob":
        return by_name(call)
    found = job_statements(_SUBMIT, call)
    found[0] = replace(found[0], resources=_submitted(call) or found[0].resources)
    if call.gives("Tags"):
        found.append(Statement(("batch:TagResource",), (arn("batch", "job/*"),)))
    return found


def _submitted(call: Call) -> tuple[str, ...]:
    """The resources that a submission is checked on; none where the queue or the definition is not fixed.

    AWS: "Actions, resources, and condition keys for AWS Batch". A definition without a revision means its
    newest one, and it may ask for consumable resources.
    """
    queue, definition = call.fixed("JobQueue"), call.fixed("JobDefinition")
    if not queue or not definition:
        return ()
    waiting = (arn("batch", "job/*"), arn("batch", "consumable-resource/*"))
    named = queue if is_arn(queue) else arn("batch", f"job-queue/{queue}")
    return (named, *_revisions(definition), *waiting)


def _revisions(definition: str) -> tuple[str, ...]:
    named = definition if is_arn(definition) else arn("batch", f"job-definition/{definition}")
    return (named,) if _REVISION.search(definition) else (named, f"{named}:*")
