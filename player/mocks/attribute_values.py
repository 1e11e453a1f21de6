"""Attribute values as DynamoDB writes them, and plain JSON."""

from __future__ import annotations

import base64
from datetime import datetime

from schemas.core.paths import Json


def attribute_value(value: Json) -> dict[str, Json]:
    """A value of plain JSON as DynamoDB writes it: {"S": "A-1"}."""
    if value is None:
        return {"NULL": True}
    if isinstance(value, bool):
        return {"BOOL": value}
    if isinstance(value, int | float):
        return {"N": str(value)}
    if isinstance(value, str):
        return {"S": value}
    if isinstance(value, list):
        return {"L": [attribute_value(item) for item in value]}
    return {"M": {name: attribute_value(item) for name, item in value.items()}}


def json_of(response: object) -> Json:
    """A response in JSON: times and bytes become texts."""
    if isinstance(response, dict):
        return {str(name): json_of(item) for name, item in response.items()}
    if isinstance(response, list):
        return [json_of(item) for item in response]
    if isinstance(response, bytes):
        return base64.b64encode(response).decode()
    if isinstance(response, datetime):
        return response.isoformat()
    return response if isinstance(response, str | int | float | bool) else None
