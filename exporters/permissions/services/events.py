"""EventBridge: events onto a bus."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call, is_fixed
from exporters.permissions.statement import EVERYTHING, Statement, arn
from schemas.core.paths import Json

SERVICES = ("events",)


def statements(call: Call) -> list[Statement] | None:
    """Allow to put events onto the buses that the entries name, `default` where they name none."""
    if call.action != "putEvents":
        return by_name(call)
    entries = call.parameters.get("Entries")
    buses = [_bus(entry) for entry in entries] if isinstance(entries, list) else []
    return [Statement(("events:PutEvents",), tuple(dict.fromkeys(buses)) or (EVERYTHING,))]


def _bus(entry: Json) -> str:
    if not isinstance(entry, dict) or "EventBusName.$" in entry:
        return EVERYTHING
    name = entry.get("EventBusName", "default")
    if not is_fixed(name):
        return EVERYTHING
    return name if name.startswith("arn:") else arn("events", f"event-bus/{name}")
