"""Error names: each service's prefix, the SDK's spelling, and every name that a real execution recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from corpus import CORPUS, needs_corpus

from schemas.asl.services import actions, error_names, integration, sdk, services
from schemas.asl.services.error_spelling import misspelling
from schemas.asl.services.java_names import exception_class, exception_class_v1, in_pascal_case

PREFIXES = {
    "acmpca": "AcmPca",
    "appflow": "Appflow",
    "applicationdiscovery": "ApplicationDiscovery",
    "cloudhsmv2": "CloudHsmV2",
    "cloudwatchlogs": "CloudWatchLogs",
    "codestarnotifications": "CodestarNotifications",
    "databasemigration": "DatabaseMigration",
    "directory": "Directory",
    "docdb": "DocDb",
    "dynamodb": "DynamoDb",
    "dynamodbstreams": "DynamoDbStreams",
    "fsx": "FSx",
    "identitystore": "Identitystore",
    "iot": "Iot",
    "iotsecuretunneling": "IoTSecureTunneling",
    "iotwireless": "IotWireless",
    "lexruntimev2": "LexRuntimeV2",
    "mturk": "MTurk",
    "sagemakera2iruntime": "SageMakerA2IRuntime",
    "secretsmanager": "SecretsManager",
    "sesv2": "SesV2",
    "sfn": "Sfn",
    "wafv2": "Wafv2",
    "xray": "XRay",
}
"""Prefixes of the guide's table of SDK integrations, those that are easily got wrong."""


def test_a_service_has_the_prefix_that_the_guide_names():
    assert {name: sdk.error_prefixes()[name] for name in PREFIXES} == PREFIXES


@pytest.mark.parametrize(
    ("error", "v2", "v1"),
    [
        ("NoSuchKey", "NoSuchKeyException", "NoSuchKeyException"),
        ("DBInstanceNotFoundFault", "DbInstanceNotFoundException", "DBInstanceNotFoundException"),
        ("KMSDisabledException", "KmsDisabledException", "KMSDisabledException"),
        ("InternalServerError", "InternalServerErrorException", "InternalServerErrorException"),
        ("EFSIOException", "EfsioException", "EFSIOException"),
    ],
)
def test_an_error_is_spelt_as_its_exception_class(error, v2, v1):
    assert (exception_class(error), exception_class_v1(error)) == (v2, v1)


def test_words_are_capitalized():
    assert in_pascal_case("IoT Events Data") == "IotEventsData"


@pytest.mark.parametrize("service", services())
def test_no_offered_name_is_told(service):
    for action in actions(service)[:1]:
        call = integration(f"arn:aws:states:::{service}:{action}")
        assert [name for name in error_names("Task", call.arn) if misspelling(call, name)] == []


@needs_corpus
def test_every_recorded_error_may_be_raised_where_it_was():
    recorded = set(_recorded())
    assert len({name for _, name in recorded if "." in name}) >= 10
    told = [(arn, name) for arn, name in recorded if (call := integration(arn)) and misspelling(call, name)]
    assert told == []


def _recorded() -> Iterator[tuple[str, str]]:
    """The Resource and the error of every recorded failure of a Task that is alone in its machine."""
    for file in ("player/exec.jsonl", "player/teststate.jsonl", "measured/run.jsonl"):
        for line in (CORPUS / file).read_text(encoding="utf-8").splitlines():
            yield from _failures(json.loads(line))


def _failures(record: dict) -> Iterator[tuple[str, str]]:
    arns = set(_values(record.get("definition"), "Resource"))
    for name in {*_values(record, "error"), *_values(record, "Error")}:
        if len(arns) == 1 and isinstance(name, str):
            yield arns.copy().pop(), name


def _values(data: object, key: str) -> Iterator[object]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name == key and isinstance(value, str):
                yield value
            yield from _values(value, key)
    if isinstance(data, list):
        for value in data:
            yield from _values(value, key)
