"""S3: objects of a bucket, for tasks and for a distributed Map's reader and writer."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.objects import bucket_arn
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
    "getBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "putBucketLifecycleConfiguration": "PutLifecycleConfiguration",
    "deleteBucketLifecycle": "PutLifecycleConfiguration",
    "getBucketReplication": "GetReplicationConfiguration",
    "putBucketReplication": "PutReplicationConfiguration",
    "deleteBucketReplication": "PutReplicationConfiguration",
    "getBucketEncryption": "GetEncryptionConfiguration",
    "putBucketEncryption": "PutEncryptionConfiguration",
    "deleteBucketEncryption": "PutEncryptionConfiguration",
    "getBucketNotificationConfiguration": "GetBucketNotification",
    "putBucketNotificationConfiguration": "PutBucketNotification",
    "getPublicAccessBlock": "GetBucketPublicAccessBlock",
    "putPublicAccessBlock": "PutBucketPublicAccessBlock",
    "deletePublicAccessBlock": "PutBucketPublicAccessBlock",
    "getObjectLockConfiguration": "GetBucketObjectLockConfiguration",
    "putObjectLockConfiguration": "PutBucketObjectLockConfiguration",
    "deleteBucketTagging": "PutBucketTagging",
    "deleteBucketCors": "PutBucketCORS",
    "createBucket": "CreateBucket",
    "deleteBucket": "DeleteBucket",
}
_OBJECT_ACTIONS = {
    "getObject": "GetObject",
    "headObject": "GetObject",
    "getObjectAttributes": "GetObject",
    "selectObjectContent": "GetObject",
    "listParts": "ListMultipartUploadParts",
    "getObjectTagging": "GetObjectTagging",
    "putObject": "PutObject",
    "putObjectTagging": "PutObjectTagging",
    "createMultipartUpload": "PutObject",
    "uploadPart": "PutObject",
    "completeMultipartUpload": "PutObject",
    "abortMultipartUpload": "AbortMultipartUpload",
    "deleteObject": "DeleteObject",
    "putObjectAcl": "PutObjectAcl",
    "getObjectAcl": "GetObjectAcl",
    "restoreObject": "RestoreObject",
    "deleteObjectTagging": "DeleteObjectTagging",
}
_COPIES = {"copyObject", "uploadPartCopy"}
_WRITE_EXTRAS = {
    "Tagging": "PutObjectTagging",
    "Acl": "PutObjectAcl",
    "ObjectLockMode": "PutObjectRetention",
    "ObjectLockLegalHoldStatus": "PutObjectLegalHold",
}


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the bucket or the object in the parameters."""
    if call.action in _BUCKET_ACTIONS:
        return [Statement((f"s3:{_BUCKET_ACTIONS[call.action]}",), (_bucket(call),))]
    if call.action in _OBJECT_ACTIONS:
        actions = [_OBJECT_ACTIONS[call.action], *_extras(call, _OBJECT_ACTIONS[call.action])]
        return [Statement(tuple(f"s3:{name}" for name in actions), (_objects(call, call.fixed("Key")),))]
    if call.action == "deleteObjects":
        return [Statement(("s3:DeleteObject",), (_objects(call, None),))]
    if call.action in _COPIES:
        return _copy(call)
    if call.action == "listBuckets":
        return [Statement(("s3:ListAllMyBuckets",), breadth="no-resource")]
    return by_name(call)


def _extras(call: Call, action: str) -> Iterator[str]:
    """The actions beside `action` that the parameters ask for."""
    if action == "PutObject":
        yield from (name for field, name in _WRITE_EXTRAS.items() if call.gives(field))
    elif call.gives("VersionId"):
        yield action.replace("Object", "ObjectVersion", 1)


def _copy(call: Call) -> list[Statement]:
    source, _, query = (call.fixed("CopySource") or "").partition("?")
    known = _source_arn(source)
    read = ("s3:GetObject", *(["s3:GetObjectVersion"] if "versionId=" in query else []))
    written = ["PutObject", *_extras(call, "PutObject")]
    if call.action == "copyObject" and call.fixed("TaggingDirective") != "REPLACE":
        read = (*read, "s3:GetObjectTagging")
        written = list(dict.fromkeys([*written, "PutObjectTagging"]))
    return [
        Statement(read, (known or EVERYTHING,)),
        Statement(tuple(f"s3:{name}" for name in written), (_objects(call, call.fixed("Key")),)),
    ]


def _source_arn(source: str) -> str:
    """The ARN of `bucket/key`, which is written as in a URL; "" where it is not fixed."""
    source = unquote(source).lstrip("/")
    if source.startswith("arn:"):
        return source
    return f"{bucket_arn(source)}" if "/" in source else ""


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
    return bucket_arn(bucket)


def _objects(call: Call, key: str | None) -> str:
    bucket = _bucket(call)
    return bucket if bucket == EVERYTHING else f"{bucket}/{key or EVERYTHING}"
