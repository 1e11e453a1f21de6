"""CodeBuild: builds of a project."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("codebuild",)
_BUILD = ("codebuild:StopBuild", "codebuild:BatchGetBuilds", "codebuild:BatchGetReports")
_BATCH = ("codebuild:StopBuildBatch", "codebuild:BatchGetBuildBatches")
_JOBS = {
    "startBuild": Job(("codebuild:StartBuild",), _BUILD, "EventForCodeBuildStartBuild"),
    "startBuildBatch": Job(("codebuild:StartBuildBatch",), _BATCH, "EventForCodeBuildStartBuildBatch"),
    "retryBuildBatch": Job(("codebuild:RetryBuildBatch",), _BATCH, "EventForCodeBuildRetryBuildBatch"),
}


def statements(call: Call) -> list[Statement] | None:
    """Allow the build of the project in the parameters."""
    job = _JOBS.get(call.action)
    project = arn("codebuild", f"project/{call.fixed('ProjectName') or EVERYTHING}")
    return job_statements(job, call, project, project) if job else by_name(call)
