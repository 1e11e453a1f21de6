"""EKS: clusters and node groups; Kubernetes has permissions of its own inside a cluster."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import Statement

SERVICES = ("eks",)
_INSIDE_A_CLUSTER = {"call", "runJob"}
_NODE_ROLES = ("iam:GetRole", "iam:ListAttachedRolePolicies", "ec2:DescribeSubnets")
_JOBS = {
    "createCluster": Job(("eks:CreateCluster",), ("eks:DescribeCluster",)),
    "deleteCluster": Job(("eks:DeleteCluster",), ("eks:DescribeCluster",)),
    "createNodegroup": Job(("eks:CreateNodegroup", *_NODE_ROLES), ("eks:DescribeNodegroup",)),
    "deleteNodegroup": Job(("eks:DeleteNodegroup",), ("eks:DescribeNodegroup",)),
    "createFargateProfile": Job(
        ("eks:CreateFargateProfile",),
        ("eks:DescribeFargateProfile",),
    ),
    "deleteFargateProfile": Job(("eks:DeleteFargateProfile",), ("eks:DescribeFargateProfile",)),
}


def statements(call: Call) -> list[Statement] | None:
    """Allow the actions of the EKS API; the Kubernetes API needs none."""
    if call.sdk:
        return by_name(call)
    if call.action in _INSIDE_A_CLUSTER:
        return []
    job = _JOBS.get(call.action)
    return job_statements(job, call) if job else None
