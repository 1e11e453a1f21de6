"""Map: runs its processor once for each item."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Map with an empty processor; its input is a list of items."""
    return {"Type": "Map", "ItemProcessor": processor(), "End": True}


def processor() -> dict[str, Json]:
    """A processor without states; the first state that is added becomes its start."""
    return {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "", "States": {}}


KIND = StateKind("Map", ("next", "catch"), template, container=True)
