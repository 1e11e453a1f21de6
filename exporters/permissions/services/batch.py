"""Batch: a job in a queue."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import Statement, arn

SERVICES = ("batch",)
_SUBMIT = Job(("batch:SubmitJob",), ("batch:DescribeJobs", "batch:TerminateJob"), "EventsForBatchJobs")


def statements(call: Call) -> list[Statement] | None:
    """Allow to submit the job; the service asks for every resource, its jobs having no ARN beforehand."""
    if call.action != "submitJob":
        return by_name(call)
    found = job_statements(_SUBMIT, call)
    if any(f"Tags{ending}" in call.parameters for ending in ("", ".$")):
        found.append(Statement(("batch:TagResource",), (arn("batch", "job/*"),)))
    return found
