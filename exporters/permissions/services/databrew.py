"""Glue DataBrew: a run of a job."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("databrew",)
_RUN = Job(("databrew:StartJobRun",), ("databrew:ListJobRuns", "databrew:StopJobRun"))


def statements(call: Call) -> list[Statement] | None:
    """Allow to run the job in the parameters."""
    job = arn("databrew", f"job/{call.fixed('Name') or EVERYTHING}")
    return job_statements(_RUN, call, job, job) if call.action == "startJobRun" else by_name(call)
