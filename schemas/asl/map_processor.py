"""The processor of a Map: the field that holds it (ItemProcessor, or the older Iterator) and its mode."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.core.coerce import mapping
from schemas.core.paths import Json

PROCESSOR_FIELDS = ("ItemProcessor", "Iterator")
"""The fields of a Map that hold a processor; Iterator is the name that it had before distributed Maps."""


def processors_of(fields: Mapping[str, Json]) -> Iterator[tuple[str, dict[str, Json]]]:
    """Each processor in the fields of a Map, with the name of its field; a valid Map has exactly one."""
    for field in PROCESSOR_FIELDS:
        processor = fields.get(field)
        if isinstance(processor, dict):
            yield field, processor


def processor_of(fields: Mapping[str, Json]) -> dict[str, Json]:
    """The processor in the fields of a Map; empty where there is none."""
    return next((processor for _, processor in processors_of(fields)), {})


def config_of(processor: Mapping[str, Json]) -> dict[str, Json]:
    """The ProcessorConfig of a processor; empty where there is none."""
    return mapping(processor.get("ProcessorConfig"))


def mode_of(processor: Mapping[str, Json]) -> Json:
    """The mode of a processor: INLINE (the default), DISTRIBUTED, or the invalid value that stands there."""
    return config_of(processor).get("Mode", "INLINE")


def is_distributed(processor: Mapping[str, Json]) -> bool:
    """True if each item of the Map runs as an execution of its own."""
    return mode_of(processor) == "DISTRIBUTED"
