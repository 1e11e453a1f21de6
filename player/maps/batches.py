"""The batches that the ItemBatcher of a distributed Map makes of its items."""

from __future__ import annotations

from collections.abc import Iterator

from player.core.written import written
from player.expressions.jsonata import is_expression
from player.visits.frame import Visit
from schemas.core.paths import Json


def batched(visit: Visit, input: Json, items: list[Json]) -> list[Json]:
    """The inputs of the child executions: the items, or batches of them. Raises `Failure`."""
    batcher = visit.state.get("ItemBatcher")
    if not isinstance(batcher, dict):
        return items
    most, most_bytes = (
        _limit(visit, batcher, input, "MaxItemsPerBatch"),
        _limit(visit, batcher, input, "MaxInputBytesPerBatch"),
    )
    extra: dict[str, Json] = {}
    if "BatchInput" in batcher:
        extra["BatchInput"] = _batch_input(visit, batcher["BatchInput"], input)
    return [{**extra, "Items": batch} for batch in _batches(items, most, most_bytes)]


def _batch_input(visit: Visit, template: Json, input: Json) -> Json:
    if visit.language == "JSONata":
        return visit.query(template, "ItemBatcher/BatchInput")
    return visit.scope(input).template(template)


def _limit(visit: Visit, batcher: dict[str, Json], input: Json, field: str) -> int:
    """The number in a field of the batcher; 0 for no limit."""
    value = batcher.get(field)
    if f"{field}Path" in batcher:
        value = visit.scope(input).path(str(batcher[f"{field}Path"]))
    if isinstance(value, str) and is_expression(value):
        value = visit.query(value, f"ItemBatcher/{field}")
    if isinstance(value, str) and value.isdigit():
        return int(value)
    return int(value) if isinstance(value, int | float) else 0


def _batches(items: list[Json], most: int, most_bytes: int) -> Iterator[list[Json]]:
    batch: list[Json] = []
    size = 0
    for item in items:
        length = len(written(item).encode()) if most_bytes else 0
        if batch and ((most and len(batch) >= most) or (most_bytes and size + length > most_bytes)):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += length
    if batch:
        yield batch
