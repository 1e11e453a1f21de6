"""True if a sidecar is what `asl/design.schema.json` demands."""

from __future__ import annotations

from schemas.asl.machine import SchemaInstance
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.design import Design
from schemas.validator import schema_errors
from schemas.validator.validate import to_diagnostic


def check_design(design: Design) -> list[Diagnostic]:
    """Everything that is wrong with a sidecar, in the order of its text; paths and places are its own."""
    document = design.document
    if document.problem is not None:
        return [document.problem]
    found = list(document.repeated_names)
    misfits = schema_errors.schema_errors(SchemaInstance("design", document.value, ()))
    found.extend(to_diagnostic(document, code, "error", finding) for code, finding in misfits)
    return sorted(found, key=lambda diagnostic: (diagnostic.line, diagnostic.column))
