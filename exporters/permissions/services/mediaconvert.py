"""MediaConvert: a transcoding job."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import Statement

SERVICES = ("mediaconvert",)
_CREATE = Job(
    ("mediaconvert:CreateJob", "mediaconvert:TagResource"),
    ("mediaconvert:GetJob", "mediaconvert:CancelJob"),
    "EventsForMediaConvertJob",
)


def statements(call: Call) -> list[Statement] | None:
    """Allow to create the job; the service asks for every resource."""
    return job_statements(_CREATE, call) if call.action == "createJob" and not call.sdk else by_name(call)
