"""EMR Serverless: applications and job runs."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("emr-serverless",)
_APPLICATION_RULE = "EventsForEMRServerlessApplication"


def _emr(*actions: str) -> tuple[str, ...]:
    return tuple(f"emr-serverless:{action}" for action in actions)


_JOBS = {
    "createApplication": Job(
        _emr("CreateApplication"), _emr("GetApplication", "DeleteApplication"), _APPLICATION_RULE
    ),
    "startApplication": Job(
        _emr("StartApplication"), _emr("GetApplication", "StopApplication"), _APPLICATION_RULE
    ),
    "stopApplication": Job(_emr("StopApplication"), _emr("GetApplication"), _APPLICATION_RULE),
    "deleteApplication": Job(_emr("DeleteApplication"), _emr("GetApplication"), _APPLICATION_RULE),
    "startJobRun": Job(
        _emr("StartJobRun"),
        _emr("GetJobRun", "CancelJobRun"),
        "EventsForEMRServerlessJob",
    ),
    "cancelJobRun": Job(_emr("CancelJobRun"), _emr("GetJobRun"), "EventsForEMRServerlessJob"),
}


def statements(call: Call) -> list[Statement] | None:
    """Allow the actions on the application."""
    if call.sdk:
        return by_name(call)
    job = _JOBS.get(call.action)
    if job is None:
        return None
    if call.action == "createApplication":
        return job_statements(job, call)
    application = arn("emr-serverless", f"/applications/{call.fixed('ApplicationId') or EVERYTHING}")
    return job_statements(job, call, application, f"{application}/*" if "Job" in call.action else application)
