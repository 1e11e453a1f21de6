"""SageMaker AI: jobs, models and endpoints."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import Statement

SERVICES = ("sagemaker",)
_TAGS = ("sagemaker:AddTags", "sagemaker:ListTags")


def _job(kind: str, rule: str = "") -> Job:
    return Job(
        (f"sagemaker:Create{kind}Job", *_TAGS),
        (f"sagemaker:Describe{kind}Job", f"sagemaker:Stop{kind}Job"),
        rule,
        passes_to="sagemaker",
        role="RoleArn",
    )


_JOBS = {
    "createTrainingJob": _job("Training", "EventsForSageMakerTrainingJobs"),
    "createTransformJob": _job("Transform", "EventsForSageMakerTransformJobs"),
    "createHyperParameterTuningJob": _job("HyperParameterTuning", "EventsForSageMakerTuningJobs"),
    "createLabelingJob": _job("Labeling", "EventsForSageMakerLabelingJobs"),
    "createProcessingJob": _job("Processing", "EventsForSageMakerProcessingJobs"),
    "createModel": Job(("sagemaker:CreateModel", *_TAGS), passes_to="sagemaker", role="ExecutionRoleArn"),
    "createEndpointConfig": Job(("sagemaker:CreateEndpointConfig", *_TAGS)),
    "createEndpoint": Job(("sagemaker:CreateEndpoint", *_TAGS)),
    "updateEndpoint": Job(("sagemaker:UpdateEndpoint",)),
}


def statements(call: Call) -> list[Statement] | None:
    """Allow to create the job, model or endpoint, and to follow a job."""
    if call.sdk:
        return by_name(call)
    job = _JOBS.get(call.action)
    return job_statements(job, call) if job else None
