"""Checks a design sidecar against `asl/design.schema.json`, its limits, and the characters of its names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.asl.machine import SchemaInstance
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Diagnostic
from schemas.core.hidden_characters import hidden_character
from schemas.core.paths import Json, Path, value_at
from schemas.sidecar.attachments.events import Http
from schemas.sidecar.design import Design
from schemas.sidecar.limits import MAX_ENTRIES, SECTIONS
from schemas.validator import schema_errors
from schemas.validator.finding import Finding
from schemas.validator.validate import to_diagnostic

_NAMES = ("name", "businessName", "owner")
_NAMED_SECTIONS = (("states",), *SECTIONS)


def check_design(design: Design) -> list[Diagnostic]:
    """The diagnostics of a sidecar in the order of its text; paths and positions are those in the sidecar."""
    document = design.document
    if document.problem is not None:
        return [document.problem]
    crowded = [to_diagnostic(document, "too-many-entries", "error", finding) for finding in _crowded(design)]
    if crowded:
        return crowded
    diagnostics = list(document.repeated_names)
    errors = schema_errors.schema_errors(SchemaInstance("design", document.value, ()))
    diagnostics.extend(to_diagnostic(document, code, "error", finding) for code, finding in errors)
    routes = _repeated_routes(design)
    diagnostics.extend(to_diagnostic(document, "repeated-route", "error", finding) for finding in routes)
    hidden = _hidden(design)
    diagnostics.extend(to_diagnostic(document, "hidden-character", "warning", finding) for finding in hidden)
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.line, diagnostic.column))


def _crowded(design: Design) -> Iterator[Finding]:
    for path in SECTIONS:
        count = len(_entries(design, path))
        if count > MAX_ENTRIES:
            yield Finding(path, {"count": f"{count:,}", "limit": f"{MAX_ENTRIES:,}"}, key=True)


def _hidden(design: Design) -> Iterator[Finding]:
    """The names of the sidecar with a hidden character: its title, business names, owners."""
    title = hidden_character(design.title)
    if title:
        yield Finding(("title",), {"character": title})
    for path in _NAMED_SECTIONS:
        for uid, entry in _entries(design, path).items():
            for name in _NAMES:
                value = mapping(entry).get(name)
                character = hidden_character(value) if isinstance(value, str) else None
                if character:
                    yield Finding((*path, uid, name), {"character": character})


def _repeated_routes(design: Design) -> Iterator[Finding]:
    """The events over HTTP with the method and path of one before; an API has each route once."""
    routes: set[str] = set()
    for name, event in design.deployment.events.items():
        route = f"{event.method} {event.path}" if isinstance(event, Http) else ""
        if route in routes:
            yield Finding(("deployment", "events", name, "http", "path"), {"route": route})
        routes.update([route] if route else [])


def _entries(design: Design, path: Path) -> Mapping[str, Json]:
    return mapping(value_at(design.fields, path)[1])
