"""A Map whose iterations are mocked: its fields are evaluated up to the inputs of the iterations."""

from __future__ import annotations

from player.maps.batches import batched
from player.maps.item_reader import read_items
from player.maps.items import items_of, selected
from player.maps.limits import concurrency, threshold_exceeded, tolerance, tolerated
from player.state_tests.request import Request, RequestRefused
from player.visits import data_flow
from player.visits.frame import Visit
from schemas.core.paths import Json

NUMBERS = ("maxConcurrency", "toleratedFailureCount", "toleratedFailurePercentage")
"""The inspected data that are numbers in the response, and no texts."""


def look_into_map(visit: Visit, request: Request) -> None:
    """Inspect the items of a Map and its limits. Raises `Failure` and `RequestRefused`."""
    input = data_flow.effective_input(visit)
    items = _items(visit, input)
    if (request.failed_iterations or 0) > len(items):
        raise RequestRefused("'mapIterationFailureCount' must not be greater than the number of items")
    _inspect_inputs(visit, input, items)
    visit.inspection["maxConcurrency"] = concurrency(visit, input)
    for field in ("ToleratedFailureCount", "ToleratedFailurePercentage"):
        number = tolerance(visit, field, input)
        if number is not None:
            visit.inspection[field[0].lower() + field[1:]] = number
    fails = request.mock is not None and request.mock.error is not None
    if not fails and (request.failed_iterations or 0) > tolerated(visit, input, len(items)):
        raise threshold_exceeded()


def _items(visit: Visit, input: Json) -> list[Json]:
    if "ItemReader" in visit.state:
        return read_items(visit, input)
    items = items_of(visit, input)
    if visit.language != "JSONata":
        visit.inspection["afterItemsPath"] = items
    return items


def _inspect_inputs(visit: Visit, input: Json, items: list[Json]) -> None:
    inputs = [selected(visit, input, {"Index": index, "Value": item}) for index, item in enumerate(items)]
    if "ItemSelector" in visit.state or "Parameters" in visit.state:
        visit.inspection["afterItemSelector"] = inputs
    if "ItemBatcher" in visit.state:
        visit.inspection["afterItemBatcher"] = batched(visit, input, inputs)
