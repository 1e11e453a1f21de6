"""The items of a Map, and the input of each iteration."""

from __future__ import annotations

from player.core.failure import QUERY_EVALUATION, Failure, runtime
from player.core.written import written
from player.expressions.jsonata import is_expression, unexpected_type
from player.visits import data_flow
from player.visits.frame import Visit
from schemas.core.paths import Json


def items_of(visit: Visit, input: Json) -> list[Json]:
    """The items in the input of a Map, or in its fields. Raises `Failure`."""
    if visit.language == "JSONata":
        return _from_query(visit)
    value = input
    if "ItemsPath" in visit.state:
        value = visit.scope(input).path(str(visit.state["ItemsPath"]))
    if not isinstance(value, list):
        path = str(visit.state.get("ItemsPath", "$")).replace("$$", "$", 1)
        raise runtime(f'Reference path "{path}" must point to array.')
    return value


def _from_query(visit: Visit) -> list[Json]:
    field = visit.state.get("Items")
    if field is None:
        if not isinstance(visit.input, list):
            cause = f"Map state input must be an array but was: {written(visit.input)}"
            raise Failure(QUERY_EVALUATION, cause, location="Items")
        return visit.input
    value = visit.query(field, "Items")
    if isinstance(value, list):
        return value
    if isinstance(field, str) and is_expression(field):
        raise unexpected_type(field, "Items", "array", value)
    raise runtime(f"The Items field is not an array: {written(value)}")


def selected(visit: Visit, input: Json, map_item: Json) -> Json:
    """The input of the iteration of an item: the item, or ItemSelector with it. Raises `Failure`."""
    selector = visit.state.get("ItemSelector", visit.state.get("Parameters"))
    item = map_item["Value"] if isinstance(map_item, dict) else None
    if selector is None:
        return item
    visit.map_item = map_item
    try:
        if visit.language == "JSONata":
            return data_flow.checked(visit, visit.query(selector, "ItemSelector"))
        return data_flow.checked(visit, data_flow.expanded(visit, selector, input))
    finally:
        visit.map_item = None
