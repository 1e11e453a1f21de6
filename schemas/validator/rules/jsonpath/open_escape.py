"""A backslash in a StringMatches pattern escapes nothing.

Why: in StringMatches a backslash may stand only before * or another backslash, to match that character
itself. Before anything else, or at the end, it fails the run.

Bad example:

    {"StartAt": "Check file", "States": {
      "Check file": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.file", "StringMatches": "C:\\\\orders\\\\*", "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Check file", "States": {
      "Check file": {"Type": "Choice", "Default": "Done", "Choices": [
        {"Variable": "$.file", "StringMatches": "C:\\\\\\\\orders\\\\\\\\*", "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.walk import ChoiceRule
from schemas.core.placeholder import is_placeholder
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule

_PATTERN = re.compile(r"(?:[^\\]|\\[\\*])*")


@rule("warning", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """A StringMatches with a backslash before anything but * and a backslash."""
    pattern = choice.fields.get("StringMatches")
    if isinstance(pattern, str) and not is_placeholder(pattern) and not _PATTERN.fullmatch(pattern):
        yield Finding((*choice.path, "StringMatches"), {"value": short_text(pattern)})
