"""The images of a workflow on a board of Miro, as the sidecar remembers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.core.coerce import mapping, text
from schemas.sidecar.design import Design


@dataclass(frozen=True, slots=True)
class MiroImages:
    """The id of the board, "" for none, and the ids of the images of the `workflow` and of the `sketch`."""

    board: str = ""
    items: Mapping[str, str] = field(default_factory=dict)


def read_miro(design: Design) -> MiroImages:
    """The images that a sidecar remembers."""
    fields = mapping(design.fields.get("miro"))
    items = mapping(fields.get("items"))
    return MiroImages(
        text(fields.get("board")),
        {name: text(item) for name, item in items.items() if text(item)},
    )
