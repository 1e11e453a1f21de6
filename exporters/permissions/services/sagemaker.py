"""SageMaker AI: jobs, models and endpoints."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("sagemaker",)
_TAGS = ("sagemaker:AddTags", "sagemaker:ListTags")


def _job(kind: str, rule: str = "") -> Job:
    return Job(
        (f"sagemaker:Create{kind}Job", *_TAGS),
        (f"sagemaker:Describe{kind}Job", f"sagemaker:Stop{kind}Job"),
        rule,
    )


_JOBS = {
    "createTrainingJob": _job("Training", "EventsForSageMakerTrainingJobs"),
    "createTransformJob": _job("Transform", "EventsForSageMakerTransformJobs"),
    "createHyperParameterTuningJob": _job("HyperParameterTuning", "EventsForSageMakerTuningJobs"),
    "createLabelingJob": _job("Labeling", "EventsForSageMakerLabelingJobs"),
    "createProcessingJob": _job("Processing", "EventsForSageMakerProcessingJobs"),
    "createModel": Job(("sagemaker:CreateModel", *_TAGS)),
    "createEndpointConfig": Job(("sagemaker:CreateEndpointConfig", *_TAGS)),
    "createEndpoint": Job(("sagemaker:CreateEndpoint", *_TAGS)),
    "updateEndpoint": Job(("sagemaker:UpdateEndpoint",)),
}
_NAMES = {
    "createTrainingJob": ("training-job", "TrainingJobName"),
    "createTransformJob": ("transform-job", "TransformJobName"),
    "createHyperParameterTuningJob": ("hyper-parameter-tuning-job", "HyperParameterTuningJobName"),
    "createLabelingJob": ("labeling-job", "LabelingJobName"),
    "createProcessingJob": ("processing-job", "ProcessingJobName"),
    "createModel": ("model", "ModelName"),
    "createEndpointConfig": ("endpoint-config", "EndpointConfigName"),
}


def statements(call: Call) -> list[Statement] | None:
    """Allow to create the job, model or endpoint, and to follow a job."""
    if call.sdk:
        return by_name(call)
    job = _JOBS.get(call.action)
    if job is None:
        return None
    if call.action not in _NAMES:
        return _endpoint(job, call)
    resource = _resource(call, *_NAMES[call.action])
    return job_statements(job, call, resource, resource)


def _resource(call: Call, kind: str, field: str) -> str:
    """The ARN of what is created; the service writes names in it in small letters."""
    name = call.fixed(field)
    return arn("sagemaker", f"{kind}/{name if '${' in name else name.lower()}") if name else EVERYTHING


def _endpoint(job: Job, call: Call) -> list[Statement]:
    """Allow the endpoint with its configuration."""
    names = [_resource(call, *pair) for pair in _ENDPOINT]
    resources = (EVERYTHING,) if EVERYTHING in names else tuple(names)
    return [Statement(job.start, resources)]


_ENDPOINT = (("endpoint", "EndpointName"), ("endpoint-config", "EndpointConfigName"))
