"""A value to be computed is neither a path nor an intrinsic function.

Why: the value of a key that ends with .$ (and of ErrorPath and CausePath) is computed; the service
refuses what it cannot compute: an unknown function, a wrong number of arguments, a backslash before
anything but ' { } and itself.

Bad example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"name.$": "States.Fromat('{}', $.name)"}, "End": true}}}

Good example:

    {"StartAt": "A", "States": {
      "A": {"Type": "Pass", "Parameters": {"name.$": "States.Format('{}', $.name)"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.expressions.intrinsic import call
from schemas.expressions.path import is_path
from schemas.expressions.places import Place, shown_in
from schemas.finding import Finding, rule
from schemas.placeholder import is_placeholder


@rule("error", Place, "path-or-intrinsic")
def check(place: Place) -> Iterator[Finding]:
    """A value that is no text, no path and no call."""
    text = place.value
    if not isinstance(text, str) or not (is_placeholder(text) or is_path(text) or call(text) is not None):
        yield Finding(place.path, shown_in(place))
