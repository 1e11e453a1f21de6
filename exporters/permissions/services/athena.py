"""Athena: a query, with the catalogue and the buckets that it reads and writes."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("athena",)
_CATALOGUE = tuple(
    f"glue:Get{kind}" for kind in ("Database", "Databases", "Table", "Tables", "Partition", "Partitions")
)
_RESULTS = (
    "s3:GetBucketLocation",
    "s3:GetObject",
    "s3:ListBucket",
    "s3:ListBucketMultipartUploads",
    "s3:ListMultipartUploadParts",
    "s3:AbortMultipartUpload",
    "s3:PutObject",
)


def statements(call: Call) -> list[Statement] | None:
    """Allow the query in its workgroup, on all tables and buckets: those are named in the query only."""
    workgroup = arn("athena", f"workgroup/{call.fixed('WorkGroup') or EVERYTHING}")
    if call.action == "getQueryResults":
        return [Statement(("athena:GetQueryResults",), (workgroup,)), Statement(("s3:GetObject",))]
    found = by_name(call)
    if found is None or not call.action.endswith("QueryExecution"):
        return found
    if call.action != "startQueryExecution":
        return [Statement(found[0].actions, (workgroup,))]
    follow = ("athena:GetQueryExecution", "athena:StopQueryExecution") if call.is_sync else ()
    return [
        Statement((*found[0].actions, *follow), (workgroup,)),
        Statement(("athena:GetDataCatalog",), (arn("athena", "datacatalog/*"),)),
        Statement(_CATALOGUE),
        Statement(("lakeformation:GetDataAccess",)),
        Statement(_RESULTS),
    ]
