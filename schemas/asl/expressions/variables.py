"""The variables that an Assign field assigns."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.core.paths import Path


def assigned(place: FormattedValue) -> Iterator[tuple[str, Path]]:
    """Each variable in an Assign, without the suffix `.$` of a computed value, and the path of its key."""
    for key in place.value if isinstance(place.value, dict) else ():
        computed = place.format.startswith("jsonpath") and key.endswith(".$")
        yield (key[:-2] if computed else key), (*place.path, key)
