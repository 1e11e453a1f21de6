"""EMR on EKS: virtual clusters and job runs."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("emr-containers",)
_JOBS = {
    "createVirtualCluster": Job(("emr-containers:CreateVirtualCluster",)),
    "deleteVirtualCluster": Job(
        ("emr-containers:DeleteVirtualCluster",), ("emr-containers:DescribeVirtualCluster",)
    ),
    "startJobRun": Job(
        ("emr-containers:StartJobRun",), ("emr-containers:DescribeJobRun", "emr-containers:CancelJobRun")
    ),
}


def statements(call: Call) -> list[Statement] | None:
    """Allow the actions on the virtual cluster."""
    if call.sdk:
        return by_name(call)
    job = _JOBS.get(call.action)
    return job_statements(job, call, _cluster(call), _cluster(call, "/*")) if job else None


def _cluster(call: Call, below: str = "") -> str:
    cluster = call.fixed("VirtualClusterId")
    if cluster is None:
        return EVERYTHING
    return arn("emr-containers", f"/virtualclusters/{cluster}{below}")
