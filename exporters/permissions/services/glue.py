"""Glue: a run of a job, and the other actions of the SDK."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("glue",)
_RUN = Job(("glue:StartJobRun",), ("glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"))


def statements(call: Call) -> list[Statement] | None:
    """Allow to run the job in the parameters."""
    if call.action == "startJobRun":
        job = arn("glue", f"job/{call.fixed('JobName') or EVERYTHING}")
        return job_statements(_RUN, call, job, job)
    return by_name(call)
