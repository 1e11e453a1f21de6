"""The items that the ItemReader of a distributed Map reads from S3."""

from __future__ import annotations

import csv
import io
import json

from player.core.failure import Failure
from player.mocks import TaskCall
from player.visits.frame import Visit
from schemas.core.coerce import mapping
from schemas.core.paths import Json

ITEM_READER_FAILED = "States.ItemReaderFailed"
MOST_ITEMS = 100_000_000


def read_items(visit: Visit, input: Json) -> list[Json]:
    """The items of a dataset, at most `MaxItems` of them. Raises `Failure` (States.ItemReaderFailed).

    The mocks answer the call of S3: with the text of an object, or with a value in JSON.
    """
    reader = mapping(visit.state.get("ItemReader"))
    config = mapping(reader.get("ReaderConfig"))
    most = _most(visit, config, input)
    if visit.language == "JSONata":
        sent = visit.query(reader.get("Arguments", {}), "ItemReader/Arguments")
    else:
        sent = visit.scope(input).template(reader.get("Parameters", {}))
    resource = str(reader.get("Resource"))
    answer = visit.frame.run.mocks.answer(
        TaskCall(visit.name, visit.input, resource, sent, visit.retries.count)
    )
    visit.frame.run.called(visit.name, answer)
    if answer.failed:
        raise Failure(answer.error or ITEM_READER_FAILED, answer.cause)
    items = _items(answer.result, config)
    return items[:most] if most else items


def _most(visit: Visit, config: dict[str, Json], input: Json) -> int:
    """The greatest number of items; 0 for all."""
    value = config.get("MaxItems", 0)
    if "MaxItemsPath" in config:
        value = visit.scope(input).path(str(config["MaxItemsPath"]))
    if isinstance(value, str) and value.startswith("{%"):
        value = visit.query(value, "ItemReader/ReaderConfig/MaxItems")
    if isinstance(value, str) and value.isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise Failure(ITEM_READER_FAILED, "field MaxItems must be positive")
    return min(int(value), MOST_ITEMS)


def _items(content: Json, config: dict[str, Json]) -> list[Json]:
    type = config.get("InputType")
    if isinstance(content, str):
        content = _parsed(content, type, config)
    pointer = config.get("ItemsPointer")
    if isinstance(pointer, str):
        for step in pointer.split("/")[1:]:
            content = mapping(content).get(step.replace("~1", "/").replace("~0", "~"))
    if isinstance(content, list):
        return content
    if isinstance(content, dict) and "Contents" in content and isinstance(content["Contents"], list):
        return content["Contents"]
    raise Failure(ITEM_READER_FAILED, "Attempting to map over non-iterable node.")


def _parsed(text: str, type: Json, config: dict[str, Json]) -> Json:
    if type == "CSV":
        return _rows(text, config)
    try:
        if type == "JSONL":
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        return json.loads(text)  # type: ignore[no-any-return]
    except ValueError as error:
        raise Failure(ITEM_READER_FAILED, "The object is no valid JSON.") from error


_DELIMITERS = {"COMMA": ",", "PIPE": "|", "SEMICOLON": ";", "SPACE": " ", "TAB": "\t"}


def _rows(text: str, config: dict[str, Json]) -> list[Json]:
    """The rows of a CSV as objects; what a row lacks is an empty text, and what it has beyond is left out."""
    delimiter = _DELIMITERS.get(str(config.get("CSVDelimiter")), ",")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row]
    headers = config.get("CSVHeaders")
    if config.get("CSVHeaderLocation") == "FIRST_ROW":
        headers, rows = list(rows[0]) if rows else [], rows[1:]
    names = [name for name in headers if isinstance(name, str)] if isinstance(headers, list) else []
    if len(set(names)) != len(names):
        raise Failure(ITEM_READER_FAILED, "CSV headers cannot contain duplicates.")
    return [{name: row[i] if i < len(row) else "" for i, name in enumerate(names)} for row in rows]
