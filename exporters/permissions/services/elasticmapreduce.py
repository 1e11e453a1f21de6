"""EMR: clusters and their steps."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("elasticmapreduce",)


def _emr(*actions: str) -> tuple[str, ...]:
    return tuple(f"elasticmapreduce:{action}" for action in actions)


_JOBS = {
    "createCluster": Job(
        _emr("RunJobFlow", "DescribeCluster", "TerminateJobFlows", "AddTags"),
        rule="EventForEMRRunJobFlow",
    ),
    "terminateCluster": Job(
        _emr("TerminateJobFlows"), _emr("DescribeCluster"), "EventForEMRTerminateJobFlows"
    ),
    "addStep": Job(_emr("AddJobFlowSteps", "DescribeStep", "CancelSteps"), rule="EventForEMRAddJobFlowSteps"),
    "cancelStep": Job(_emr("CancelSteps")),
    "setClusterTerminationProtection": Job(_emr("SetTerminationProtection")),
    "modifyInstanceFleetByName": Job(_emr("ModifyInstanceFleet", "ListInstanceFleets")),
    "modifyInstanceGroupByName": Job(_emr("ModifyInstanceGroups", "ListInstanceGroups")),
}


def statements(call: Call) -> list[Statement] | None:
    """Allow the actions on the cluster; instances have the role of their own profile."""
    if call.sdk:
        return _of_flow(call)
    job = _JOBS.get(call.action)
    if job is None:
        return None
    if call.action == "createCluster":
        return job_statements(job, call)
    cluster = arn("elasticmapreduce", f"cluster/{call.fixed('ClusterId') or EVERYTHING}")
    return job_statements(job, call, cluster, cluster)


def _of_flow(call: Call) -> list[Statement] | None:
    """The SDK calls a cluster a job flow, too."""
    flows = call.texts("JobFlowId") or call.texts("JobFlowIds")
    return by_name(call, *(arn("elasticmapreduce", f"cluster/{flow}") for flow in flows))
