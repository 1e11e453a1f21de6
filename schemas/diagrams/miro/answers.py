"""Items and connectors in saved answers of Miro: one or several, in a list or an object, page by page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.diagrams.diagram import DiagramRefused
from schemas.sidecar.limits import MAX_ENTRIES

MAX_DEPTH = 12
MOST_ITEMS = 5 * MAX_ENTRIES
MOST_OF_MESSAGE = 300
ITEM_TYPES = frozenset(
    {
        "shape",
        "sticky_note",
        "text",
        "card",
        "app_card",
        "frame",
        "image",
        "document",
        "embed",
        "preview",
        "stamp",
        "emoji",
        "mindmap_node",
        "doc_format",
        "table",
        "paint",
        "stencil",
        "code",
        "kanban",
        "data_table_format",
        "slide_container",
    }
)
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class MiroError:
    """An error of the API: the status of HTTP and the message.

    Source: https://developers.miro.com/reference/error-codes
    """

    status: int
    message: str


@dataclass
class Board:
    """Items and connectors by their ids, as the answers have them; the latest answer counts.

    `errors` are the answers that Miro gave in their place.
    """

    name: str = ""
    items: dict[str, dict[str, Json]] = field(default_factory=dict)
    connectors: dict[str, dict[str, Json]] = field(default_factory=dict)
    errors: list[MiroError] = field(default_factory=list)


def read_board(source: str) -> Board:
    """All that the answers in `source` have; they may follow each other. Raises `DiagramRefused`."""
    board = Board()
    for value in _values(source):
        for entry in _objects(value, 0):
            _add(entry, board)
        board.errors += _errors(value)
    return board


def is_item(entry: dict[str, Json]) -> bool:
    """True for an item of a board: it has an id, a type and a place."""
    has_place = isinstance(entry.get("position"), dict) or ("x" in entry and "y" in entry)
    return _id(entry.get("id")) != "" and entry.get("type") in ITEM_TYPES and has_place


def is_connector(entry: dict[str, Json]) -> bool:
    """True for a connector: of the REST API (`startItem`), or of the Web SDK (`start` with an `item`)."""
    ends = (entry.get("startItem"), entry.get("endItem"))
    if any(isinstance(end, dict) for end in ends):
        return True
    return entry.get("type") == "connector" and _id(entry.get("id")) != ""


def end_of(connector: dict[str, Json], end: str) -> str:
    """The id of the item at the `start` or `end` of a connector; "" for a loose end."""
    rest = mapping(connector.get(f"{end}Item"))
    return _id(rest.get("id")) or _id(mapping(connector.get(end)).get("item"))


def parent_of(item: dict[str, Json]) -> str:
    """The id of the frame that an item is in; "" for none."""
    return _id(mapping(item.get("parent")).get("id")) or _id(item.get("parentId"))


def _values(source: str) -> Iterator[Json]:
    """The JSON values that follow each other in `source`."""
    at = 0
    source = source.lstrip("\ufeff")
    while at < len(source):
        if source[at].isspace() or source[at] == ",":
            at += 1
            continue
        try:
            value, at = _DECODER.raw_decode(source, at)
        except json.JSONDecodeError as error:
            raise DiagramRefused("diagram-bad-json", error.lineno, error.colno) from error
        except RecursionError as error:
            raise DiagramRefused("diagram-bad-json") from error
        yield value


def _objects(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    """All objects in `value` that are not within an item or a connector."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for element in value:
            yield from _objects(element, depth + 1)
    elif isinstance(value, dict):
        yield value
        if not is_item(value) and not is_connector(value):
            for member in value.values():
                yield from _objects(member, depth + 1)


def _errors(value: Json) -> list[MiroError]:
    """The errors that an answer is or has as its members; further inside, they are data."""
    members = value if isinstance(value, list) else list(mapping(value).values())
    entries = [entry for entry in map(mapping, [value, *members]) if entry.get("type") == "error"]
    return [
        MiroError(status, (text(entry.get("message")) or text(entry.get("code")))[:MOST_OF_MESSAGE])
        for entry in entries
        if isinstance(status := entry.get("status"), int)
    ]


def _add(entry: dict[str, Json], board: Board) -> None:
    if is_connector(entry):
        board.connectors[_id(entry.get("id")) or f"/{len(board.connectors)}"] = entry
    elif is_item(entry) and len(board.items) < MOST_ITEMS:
        board.items[_id(entry["id"])] = entry
    elif entry.get("type") == "board":
        board.name = board.name or text(entry.get("name"))


def _id(value: Json) -> str:
    """An id as text: Miro writes them as strings, some clients as numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return text(value)
