"""Objects in S3 that a service reads and writes with the rights of the role that calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exporters.permissions.call import Call, gives, is_fixed
from exporters.permissions.statement import EVERYTHING, Statement
from schemas.core.paths import Json

_READ = ("s3:GetObject",)
_WRITE = ("s3:PutObject",)
_EXPORT = ("s3:PutObject", "s3:PutObjectAcl", "s3:AbortMultipartUpload")
_TOP = "/"
"""The name of what is in no field: the parameters themselves."""

_VERSIONS = ("Version", "S3ObjectVersion", "VersionId")
_URI = re.compile(r"s3://([^/]+)/?(.*)", re.DOTALL)
_HTTPS = re.compile(
    r"https://(?:([\w.-]+|\$\{[^}]*\})\.)?s3[\w.-]*?\.amazonaws\.com(?:\.cn)?/(.+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of objects in parameters: `bucket` and `key` of one object, or `uri`; in the field `inside`.

    With `ending`, the key is the beginning of the keys that the service makes up.
    """

    actions: tuple[str, ...]
    bucket: str = ""
    key: str = ""
    uri: str = ""
    inside: str = ""
    ending: str = ""


_PLACES: dict[str, tuple[_Place, ...]] = {
    "bedrock": (
        _Place(_READ, uri="Uri", inside="S3Location"),
        _Place(_READ, uri="S3Uri", inside="Input"),
        _Place(_WRITE, uri="S3Uri", inside="Output"),
        _Place(_WRITE, uri="S3Uri", inside="S3OutputDataConfig", ending="/*"),
    ),
    "cloudformation": (_Place(_READ, uri="TemplateURL"), _Place(_READ, uri="StackPolicyURL")),
    "dynamodb": (
        _Place(_READ, "S3Bucket", "S3KeyPrefix", inside="S3BucketSource", ending="*"),
        _Place(_EXPORT, "S3Bucket", "S3Prefix", inside=_TOP, ending="/*"),
    ),
    "elasticbeanstalk": (_Place(_READ, "S3Bucket", "S3Key"),),
    "lambda": (_Place(_READ, "S3Bucket", "S3Key"),),
    "polly": (_Place(_WRITE, "OutputS3BucketName", "OutputS3KeyPrefix", ending="*"),),
    "rekognition": (
        _Place(_READ, "Bucket", "Name", inside="S3Object"),
        _Place(_WRITE, "S3Bucket", "S3KeyPrefix", ending="*"),
    ),
    "signer": (
        _Place(_READ, "BucketName", "Key", inside="S3"),
        _Place(_WRITE, "BucketName", "Prefix", inside="S3", ending="*"),
    ),
    "textract": (
        _Place(_READ, "Bucket", "Name", inside="S3Object"),
        _Place(_READ, "Bucket", "Name", inside="ManifestS3Object"),
        _Place(_READ, uri="S3Uri", inside="InputConfiguration"),
        _Place(_WRITE, uri="S3Uri", inside="OutputConfiguration", ending="/*"),
        _Place(_WRITE, "S3Bucket", "S3Prefix", ending="/*"),
    ),
    "transcribe": (
        _Place(_READ, uri="MediaFileUri"),
        _Place(_READ, uri="RedactedMediaFileUri"),
        _Place(_READ, uri="VocabularyFileUri"),
        _Place(_READ, uri="VocabularyFilterFileUri"),
        _Place(_WRITE, uri="OutputLocation", ending="*"),
        _Place(_WRITE, uri="OutputMediaFileUri"),
        _Place(_WRITE, "OutputBucketName", "OutputKey", ending="*"),
    ),
}
_WHOLE = {
    "rekognition": ("Image", "SourceImage", "TargetImage", "Video", "S3Object"),
    "textract": ("Document", "DocumentLocation", "S3Object"),
    "transcribe": ("Media",),
}
"""Parameters that hold an object to read, and may be put together by each execution."""

_TRANSCRIBE_CHECKS = ".write_access_check_file.temp"
"""The object by whose writing Transcribe finds out whether it may write into a bucket."""


def caller_objects(call: Call, prefix: str) -> Iterator[Statement]:
    """Yield what the service with the IAM prefix does with objects for `call`, in the caller's name."""
    if prefix not in _PLACES or _has_a_role_of_its_own(call.parameters):
        return
    if call.is_computed and prefix in _WHOLE:
        yield Statement(_READ)
    for name, fields in _objects(_TOP, call.parameters):
        if any(f"{whole}.$" in fields or _is_expression(fields.get(whole)) for whole in _whole(prefix)):
            yield Statement(_READ)
        for place in _PLACES[prefix]:
            if place.inside in ("", name):
                yield from _at(place, fields, prefix)


def object_arn(uri: str | None, ending: str = "") -> str:
    """Return the ARN of the object at `s3://bucket/key` or at its https address; `*` where it is not fixed.

    With `ending`, of all objects whose keys begin with the key.
    """
    found = _URI.fullmatch(uri or "")
    if found:
        return _arn(found[1], found[2], ending)
    found = _HTTPS.fullmatch(uri or "")
    if not found:
        return EVERYTHING
    bucket, key = (found[1], found[2]) if found[1] else f"{found[2]}/".split("/", 1)
    return _arn(bucket, key, ending)


def bucket_arn(bucket: str) -> str:
    """Return the ARN of a bucket that is given by its name or its ARN."""
    return bucket if bucket.startswith("arn:") else f"arn:${{AWS::Partition}}:s3:::{bucket}"


def _arn(bucket: str, key: str, ending: str) -> str:
    key = f"{key.rstrip('/')}{ending}" if ending.startswith("/") and key else f"{key}{ending.lstrip('/')}"
    return f"{bucket_arn(bucket)}/{key or EVERYTHING}"


def _at(place: _Place, fields: dict[str, Json], prefix: str) -> Iterator[Statement]:
    """The statement on a place, if `fields` hold it."""
    named = place.uri or place.bucket
    if not gives(fields, named):
        return
    is_of_a_version = place.actions == _READ and any(gives(fields, name) for name in _VERSIONS)
    actions = (*place.actions, *(["s3:GetObjectVersion"] if is_of_a_version else []))
    value = fields.get(named)
    if not is_fixed(value):
        yield Statement(actions)
        return
    if place.uri:
        yield Statement(actions, (object_arn(value, place.ending),))
        return
    key = fields.get(place.key)
    fallback = "" if place.ending or f"{place.key}.$" not in fields else EVERYTHING
    yield Statement(
        actions, (_arn(value, key, place.ending) if is_fixed(key) else _arn(value, fallback, ""),)
    )
    if prefix == "transcribe" and is_fixed(key):
        yield Statement(actions, (_arn(value, _TRANSCRIBE_CHECKS, ""),))


def _whole(prefix: str) -> tuple[str, ...]:
    return _WHOLE.get(prefix, ())


def _is_expression(value: Json) -> bool:
    return isinstance(value, str) and not is_fixed(value)


def _has_a_role_of_its_own(value: Json) -> bool:
    """True if the service is given a role for its objects, so that the caller needs no rights to them."""
    return any(gives(fields, "DataAccessRoleArn") for _, fields in _objects("", value))


def _objects(name: str, value: Json) -> Iterator[tuple[str, dict[str, Json]]]:
    """Each object in `value`, outer before inner, with the name of the field that it is in."""
    waiting = [(name, value)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, list):
            waiting.extend((name, item) for item in value)
        elif isinstance(value, dict):
            yield name, value
            waiting.extend(value.items())
