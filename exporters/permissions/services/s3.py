"""S3: objects of a bucket, for tasks and for a distributed Map's reader and writer."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement
from schemas.core.paths import Json

SERVICES = ("s3",)
_BUCKET_ACTIONS = {
    "headBucket": "ListBucket",
    "listObjects": "ListBucket",
    "listObjectsV2": "ListBucket",
    "listObjectVersions": "ListBucketVersions",
    "listMultipartUploads": "ListBucketMultipartUploads",
    "getBucketLocation": "GetBucketLocation",
    "createBucket": "CreateBucket",
    "deleteBucket": "DeleteBucket",
}
_OBJECT_ACTIONS = {
    "getObject": "GetObject",
    "headObject": "GetObject",
    "getObjectAttributes": "GetObject",
    "selectObjectContent": "GetObject",
    "getObjectTagging": "GetObjectTagging",
    "putObject": "PutObject",
    "putObjectTagging": "PutObjectTagging",
    "createMultipartUpload": "PutObject",
    "uploadPart": "PutObject",
    "completeMultipartUpload": "PutObject",
    "abortMultipartUpload": "AbortMultipartUpload",
    "deleteObject": "DeleteObject",
}


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the bucket or the object in the parameters."""
    if call.action in _BUCKET_ACTIONS:
        return [Statement((f"s3:{_BUCKET_ACTIONS[call.action]}",), (_bucket(call),))]
    if call.action in _OBJECT_ACTIONS:
        return [Statement((f"s3:{_OBJECT_ACTIONS[call.action]}",), (_objects(call, call.fixed("Key")),))]
    if call.action == "deleteObjects":
        return [Statement(("s3:DeleteObject",), (_objects(call, None),))]
    if call.action == "copyObject":
        return [
            Statement(("s3:GetObject",)),
            Statement(("s3:PutObject",), (_objects(call, call.fixed("Key")),)),
        ]
    if call.action == "listBuckets":
        return [Statement(("s3:ListAllMyBuckets",))]
    return by_name(call)


def read_items(call: Call, config: dict[str, Json]) -> list[Statement] | None:
    """Allow to read a distributed Map's items: one object, or the list of those under a prefix.

    `config` is the reader's: a manifest leads to other objects of its bucket, and a list may be loaded.
    """
    if call.action == "getObject":
        key = None if config.get("InputType") == "MANIFEST" else call.fixed("Key")
        return [Statement(("s3:GetObject",), (_objects(call, key),))]
    if call.action != "listObjectsV2":
        return None
    listed = [Statement(("s3:ListBucket",), (_bucket(call),))]
    if config.get("Transformation") == "LOAD_AND_FLATTEN":
        listed.append(Statement(("s3:GetObject",), (_objects(call, f"{call.fixed('Prefix') or ''}*"),)))
    return listed


def write_results(call: Call) -> list[Statement] | None:
    """Allow to write a distributed Map's results under a prefix."""
    if call.action != "putObject":
        return None
    actions = ("s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload")
    prefix = call.fixed("Prefix")
    return [Statement(actions, (_objects(call, f"{prefix.rstrip('/')}/*" if prefix else None),))]


def _bucket(call: Call) -> str:
    bucket = call.fixed("Bucket")
    if bucket is None:
        return EVERYTHING
    return bucket if bucket.startswith("arn:") else f"arn:${{AWS::Partition}}:s3:::{bucket}"


def _objects(call: Call, key: str | None) -> str:
    bucket = _bucket(call)
    return bucket if bucket == EVERYTHING else f"{bucket}/{key or EVERYTHING}"
