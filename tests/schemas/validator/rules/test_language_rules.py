"""The finer points of the rules about the language: what they tell apart, and how their fixes mend."""

from __future__ import annotations

import json

import pytest

from schemas import Document, validate
from schemas.core.diagnostic import Diagnostic
from schemas.validator.size import LARGEST


def judged(fields: dict, language: str = "JSONPath", **more) -> tuple[Document, list[Diagnostic]]:
    definition = {"QueryLanguage": language, "StartAt": "A", "States": {"A": fields, **more}}
    document = Document.parse(json.dumps(definition))
    return document, validate(document)


def codes(fields: dict, language: str = "JSONPath", **more) -> list[str]:
    return [each.code for each in judged(fields, language, **more)[1]]


def passing(**fields) -> dict:
    return {"Type": "Pass", **fields, "End": True}


def mended(fields: dict, language: str = "JSONPath") -> dict:
    document, (found,) = judged(fields, language)
    assert not found.fix.safe
    after = document.apply(*found.fix.edits).document
    assert validate(after) == []
    return after.value["States"]["A"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("$.a", True),
        ("$$.Task.Token", True),
        ("States.UUID()", True),
        ("$5", False),
        ("$", False),
        ("$a", False),
    ],
)
def test_a_price_is_no_path(value, told):
    assert ("no-dollar" in codes(passing(Parameters={"price": value}))) == told


def test_the_keys_of_what_looks_computed_are_mended():
    assert mended(passing(Parameters={"a": {"b": "$.c"}}))["Parameters"] == {"a": {"b.$": "$.c"}}
    assert mended(passing(Result={"b.$": "$.c"})) == passing(Parameters={"b.$": "$.c"})
    fail = {"Type": "Fail", "Error": "$.error"}
    assert mended(fail) == {"Type": "Fail", "ErrorPath": "$.error"}


def test_a_path_is_translated_to_jsonata_where_it_is_plain():
    assert mended(passing(Output={"a.$": "$.b.c"}), "JSONata")["Output"] == {"a": "{% $states.input.b.c %}"}
    assert mended(passing(Output="$$.Execution.Id"), "JSONata")["Output"] == (
        "{% $states.context.Execution.Id %}"
    )
    _, (found,) = judged(passing(Output={"a": "$.b[*].c"}), "JSONata")
    assert found.fix is None


@pytest.mark.parametrize(
    "text", ["$.a %}", " {% $states.input %}", "{% $states.input %} ", "{% $states.input"]
)
def test_an_expression_is_opened_and_closed_properly(text):
    assert "bad-jsonata" in codes(passing(Output={"a": text}), "JSONata")


@pytest.mark.parametrize("items", [[1, "{% 2 %}"], {"a": 1}, "{% $states.input.items %}"])
def test_a_map_takes_a_list_an_object_or_an_expression(items):
    processor = {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": True}}}
    assert codes({"Type": "Map", "Items": items, "ItemProcessor": processor, "End": True}, "JSONata") == []


@pytest.mark.parametrize("path", [r"$.store\.book", r"$.foo\@bar.baz", "$.ledgers[0][22].foo", "$['a']['b']"])
def test_a_reference_path_may_escape(path):
    assert codes(passing(ResultPath=path)) == []


@pytest.mark.parametrize(
    ("function", "param"),
    [
        ("States.Format('{} {}', $.a)", "holes"),
        (r"States.Format('\{\} {}', $.a, $.b)", "holes"),
        ("States.Hash($.a, 'SHA-3')", "algorithms"),
        ("States.JsonMerge($.a, $.b, true)", "shallow"),
        ("States.ArrayRange(1, 5, 0)", "zero"),
        ("States.Array(States.ArrayPartition($.a, 0))", "zero"),
        ("States.MathAdd(1, '-1')", "number"),
        ("States.Array(" * 11 + ")" * 11, "deepest"),
    ],
)
def test_arguments_that_are_known_to_fail(function, param):
    _, (found,) = judged(passing(Parameters={"a.$": function}))
    assert (found.code, param in found.params) == ("intrinsic-arguments", True)


@pytest.mark.parametrize(
    "function",
    [r"States.Format('\{\} {}', $.a)", "States.Format($.template, 1, 2)", "States.Hash($.a, $.algorithm)"],
)
def test_arguments_that_may_be_right(function):
    assert codes(passing(Parameters={"a.$": function})) == []


def test_the_size_is_that_of_json_in_bytes():
    comment = "あ" * (LARGEST // 3)
    definition = {"Comment": comment, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
    text = json.dumps(definition, ensure_ascii=False)
    assert len(text) < LARGEST
    assert [each.code for each in validate(Document.parse(text))] == ["definition-too-large"]
    smaller = f"Comment: {comment[:-100]}\nStartAt: A\nStates: {{A: {{Type: Succeed}}}}\n"
    assert validate(Document.parse(smaller, "yaml")) == []


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ("$.order.lines", True),
        ("$.orders[0]['lines']", True),
        ("$$.Execution.Input.lines", True),
        ("$lines", True),
        ("$.orders[*].lines", False),
        ("$..lines", False),
        ("$.lines[?(@.price > 1)]", False),
        ("lines", False),
    ],
)
def test_a_map_finds_its_list_in_one_place(path, fits):
    processor = {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": True}}}
    told = codes({"Type": "Map", "ItemsPath": path, "ItemProcessor": processor, "End": True})
    assert ("bad-reference-path" not in told) == fits


def test_the_numbers_that_the_service_takes():
    retry = [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 0, "MaxAttempts": 0}]
    task = {"Type": "Task", "Resource": "${Pay}", "Retry": retry, "End": True}
    machine = {"TimeoutSeconds": 0, "StartAt": "A", "States": {"A": task}}
    assert validate(Document.parse(json.dumps(machine))) == []
    task["TimeoutSeconds"] = 0
    assert [each.code for each in validate(Document.parse(json.dumps(machine)))] == ["too-small"]


@pytest.mark.parametrize(("version", "told"), [("1.0", []), ("2.0", ["not-one-of"])])
def test_the_language_has_one_version(version, told):
    machine = {"Version": version, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
    assert [each.code for each in validate(Document.parse(json.dumps(machine)))] == told


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}, []),
        ({"InputType": "CSV"}, ["item-reader-config"]),
        ({"InputType": "CSV", "CSVHeaderLocation": "GIVEN"}, ["item-reader-config"]),
        ({"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id"]}, []),
        ({"InputType": "JSON", "CSVHeaderLocation": "FIRST_ROW"}, ["item-reader-config"]),
        ({"InputType": "JSONL", "ItemsPointer": "/lines"}, ["item-reader-unclear"]),
        ({"InputType": "CSV", "ManifestType": "ATHENA_DATA"}, []),
        ({"ManifestType": "S3_INVENTORY"}, []),
        ({"InputType": "${Type}", "CSVHeaderLocation": "FIRST_ROW"}, []),
        (
            {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVHeaders": ["id"]},
            ["item-reader-unclear"],
        ),
        ({"MaxItems": 5}, ["item-reader-unclear"]),
    ],
)
def test_what_a_reader_must_know(config, told):
    processor = {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": True}}}
    processor["ProcessorConfig"] = {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}
    reader = {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": config}
    reader["Parameters"] = {"Bucket": "orders", "Key": "lines"}
    assert codes({"Type": "Map", "ItemReader": reader, "ItemProcessor": processor, "End": True}) == told


@pytest.mark.parametrize(
    ("name", "fits"),
    [("total", True), ("合計", True), ("a_1", True), ("_a", False), ("1a", False), ("a.b", False)],
)
def test_the_name_of_a_variable(name, fits):
    assert ("bad-variable-name" not in codes(passing(Assign={name: 1}))) == fits
