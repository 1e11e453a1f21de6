"""The definitions that a template stands for, one for each way in which its functions choose.

`Fn::If`, `Fn::ForEach` and `AWS::NoValue` are carried out. Functions that put in a value which is not in the
text, such as `Ref`, stay as they are, and so do those that choose the target of a transition.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.asl.variants.conditions import conditions_in
from schemas.asl.variants.writing import Variant, variant
from schemas.core.paths import Json

__all__ = ["MOST_CONDITIONS", "Variant", "Variants", "drawn", "variants_of"]

MOST_CONDITIONS = 4
"""The most conditions of which every combination is a variant."""

_MOST_VARIANTS = 2**MOST_CONDITIONS
_MOST_VALUES = 400_000
"""The most values of all variants together; a large definition has fewer variants."""


@dataclass(frozen=True)
class Variants:
    """The variants of a definition; `complete` if they have every combination of its conditions."""

    variants: tuple[Variant, ...]
    complete: bool


def variants_of(definition: Json) -> Variants | None:
    """The variants of a definition, in each of which its conditions are the same; None if it has no function
    that chooses."""
    found = conditions_in(definition)
    if not found.chooses:
        return None
    most = max(2, min(_MOST_VARIANTS, _MOST_VALUES // found.values))
    complete = 2 ** min(len(found.names), 30) <= most
    chosen = found.combinations() if complete else found.covering(most)
    return Variants(tuple(variant(definition, combination) for combination in chosen), complete)


def drawn(definition: Json) -> Json:
    """The definition as it is drawn: with the rules, catchers and states of all variants.

    Where there is room for one value only, it is that of the variant in which each condition is true.
    """
    return variant(definition, None).value if conditions_in(definition).chooses else definition
