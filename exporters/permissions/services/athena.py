"""Athena: a query, with the catalogue and the buckets that it reads and writes.

AWS: "IAM policies for calling Athena queries" in the developer guide of Step Functions.
"""

from __future__ import annotations

import re

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import PLACEHOLDER, Call
from exporters.permissions.objects import object_arn
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("athena",)
_CATALOGUE = tuple(
    f"glue:{action}"
    for action in (
        *("GetDatabase", "GetDatabases", "GetTable", "GetTables", "GetPartition", "GetPartitions"),
        "BatchGetPartition",
    )
)
_CHANGES = tuple(
    f"glue:{action}"
    for action in (
        *("CreateDatabase", "UpdateDatabase", "DeleteDatabase", "CreateTable", "UpdateTable", "DeleteTable"),
        *("BatchDeleteTable", "CreatePartition", "UpdatePartition", "DeletePartition"),
        *("BatchCreatePartition", "BatchDeletePartition"),
    )
)
_DATA = tuple(arn("glue", kind) for kind in ("catalog", "database/*", "table/*", "userDefinedFunction/*"))
_FIND = ("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads")
_READ = ("s3:GetObject",)
_WRITE = ("s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts")
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_DELETES_DATA = re.compile(r"(?i)\b(merge\s+into|update|delete\s+from|optimize|vacuum)\b")
_READS_ONLY = re.compile(r"(?i)\s*\(*\s*(select|show|describe|desc|explain|values|table)\b")
_WRITES_DATA = re.compile(
    r"(?i)\b(insert\s+into|create\s+table|unload|merge\s+into|update|delete\s+from|optimize|vacuum)\b"
)


def statements(call: Call) -> list[Statement] | None:
    """Allow the query in its workgroup, on the tables and buckets that may be in it, and its results."""
    workgroup = arn("athena", f"workgroup/{call.fixed('WorkGroup') or _workgroup(call)}")
    if call.action == "getQueryResults":
        return [Statement(("athena:GetQueryResults",), (workgroup,)), Statement(_READ)]
    found = by_name(call)
    if found is None or not call.action.endswith("QueryExecution"):
        return found
    if call.action != "startQueryExecution":
        return [Statement(found[0].actions, (workgroup,))]
    follow = ("athena:GetQueryExecution", "athena:StopQueryExecution") if call.is_sync else ()
    return [
        Statement((*found[0].actions, *follow), (workgroup,)),
        Statement(("athena:GetDataCatalog",), (arn("athena", "datacatalog/*"),)),
        Statement((*_CATALOGUE, *(_CHANGES if _may_change(call) else ())), _DATA),
        Statement(("lakeformation:GetDataAccess",), breadth="no-resource"),
        Statement((*_FIND, *_READ)),
        *_results(call),
    ]


def _workgroup(call: Call) -> str:
    """The workgroup that a query is started in without one; other calls may be about any query."""
    is_without = call.action == "startQueryExecution" and not (call.gives("WorkGroup") or call.is_computed)
    return "primary" if is_without else EVERYTHING


def _query(call: Call) -> str | None:
    """The query without its comments, any word for each placeholder; None where it is not known."""
    query = _COMMENT.sub(" ", call.fixed("QueryString") or "").strip()
    return None if not query or query.startswith("${") else PLACEHOLDER.sub("x", query)


def _may_change(call: Call) -> bool:
    """True unless the query is known to read only."""
    query = _query(call)
    if query is None or (re.match(r"(?i)\s*with\b", query) and _WRITES_DATA.search(query)):
        return True
    return not _READS_ONLY.match(query) and not re.match(r"(?i)\s*with\b", query)


def _results(call: Call) -> list[Statement]:
    """Allow to write results where the call says, or else wherever the workgroup says.

    A query that writes tables puts them where it or the catalogue says, which is not known.
    """
    query = _query(call)
    if query is None or _WRITES_DATA.search(query):
        deletes = query is None or _DELETES_DATA.search(query)
        return [Statement((*_WRITE, *(["s3:DeleteObject"] if deletes else [])))]
    location = call.inside("ResultConfiguration").fixed("OutputLocation")
    return [Statement(_WRITE, (object_arn(location, "/*"),))]
