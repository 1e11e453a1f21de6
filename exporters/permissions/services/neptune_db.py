"""Neptune: queries of a cluster's data, and the other actions of its data API under their names in IAM."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import Statement

SERVICES = ("neptune-db",)
_QUERY = ("ReadDataViaQuery", "WriteDataViaQuery", "DeleteDataViaQuery")
_ACTIONS: dict[str, tuple[str, ...]] = {
    "cancelGremlinQuery": ("CancelQuery",),
    "cancelIndexRebuild": ("CancelIndexRebuild",),
    "cancelOpenCypherQuery": ("CancelQuery",),
    "deletePropertygraphStatistics": ("DeleteStatistics",),
    "deleteSparqlStatistics": ("DeleteStatistics",),
    "executeFastReset": ("ResetDatabase",),
    "executeGremlinExplainQuery": _QUERY,
    "executeGremlinProfileQuery": ("ReadDataViaQuery",),
    "executeGremlinQuery": _QUERY,
    "executeOpenCypherExplainQuery": ("ReadDataViaQuery",),
    "executeOpenCypherQuery": _QUERY,
    "getGremlinQueryStatus": ("GetQueryStatus",),
    "getIndexRebuildStatus": ("GetIndexRebuildStatus",),
    "getMLDataProcessingJob": ("GetMLDataProcessingJobStatus",),
    "getMLEndpoint": ("GetMLEndpointStatus",),
    "getMLModelTrainingJob": ("GetMLModelTrainingJobStatus",),
    "getMLModelTransformJob": ("GetMLModelTransformJobStatus",),
    "getOpenCypherQueryStatus": ("GetQueryStatus",),
    "getPropertygraphStatistics": ("GetStatisticsStatus",),
    "getPropertygraphStream": ("GetStreamRecords",),
    "getPropertygraphSummary": ("GetGraphSummary",),
    "getRDFGraphSummary": ("GetGraphSummary",),
    "getSparqlStream": ("GetStreamRecords",),
    "getStorageInfo": ("GetStorageInfo",),
    "listGremlinQueries": ("GetQueryStatus",),
    "listIndexRebuilds": ("ListIndexRebuilds",),
    "listOpenCypherQueries": ("GetQueryStatus",),
    "managePropertygraphStatistics": ("ManageStatistics",),
    "manageSparqlStatistics": ("ManageStatistics",),
    "startIndexRebuild": ("StartIndexRebuild",),
}
"""The actions in IAM of calls that have other names; AWS: "Neptune Data API Reference"."""


def statements(call: Call) -> list[Statement] | None:
    """Allow the actions on every cluster: a call names none, its cluster being that of the endpoint."""
    actions = _ACTIONS.get(call.action)
    if actions is None:
        return by_name(call)
    return [Statement(tuple(f"neptune-db:{action}" for action in actions))]
