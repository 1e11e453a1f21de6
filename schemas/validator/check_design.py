"""Checks a design sidecar against `asl/design.schema.json`."""

from __future__ import annotations

from schemas.asl.machine import SchemaInstance
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.design import Design
from schemas.validator import schema_errors
from schemas.validator.validate import to_diagnostic


def check_design(design: Design) -> list[Diagnostic]:
    """The diagnostics of a sidecar in the order of its text; paths and positions are those in the sidecar."""
    document = design.document
    if document.problem is not None:
        return [document.problem]
    diagnostics = list(document.repeated_names)
    errors = schema_errors.schema_errors(SchemaInstance("design", document.value, ()))
    diagnostics.extend(to_diagnostic(document, code, "error", finding) for code, finding in errors)
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.line, diagnostic.column))
