"""A pattern ends, or goes on, with a backslash that escapes nothing.

Why: in StringMatches a backslash stands before * or another backslash, to mean just that sign. Before
anything else it fails the run.

Bad example:

    {"StartAt": "形式", "States": {
      "形式": {"Type": "Choice", "Default": "完了", "Choices": [
        {"Variable": "$.file", "StringMatches": "C:\\\\orders\\\\*", "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "形式", "States": {
      "形式": {"Type": "Choice", "Default": "完了", "Choices": [
        {"Variable": "$.file", "StringMatches": "C:\\\\\\\\orders\\\\\\\\*", "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.walk import ChoiceRule
from schemas.core.placeholder import is_placeholder
from schemas.core.words import shown
from schemas.validator.finding import Finding, rule

_PATTERN = re.compile(r"(?:[^\\]|\\[\\*])*")


@rule("warning", ChoiceRule, "JSONPath")
def check(choice: ChoiceRule) -> Iterator[Finding]:
    """A StringMatches with such a backslash."""
    pattern = choice.fields.get("StringMatches")
    if isinstance(pattern, str) and not is_placeholder(pattern) and not _PATTERN.fullmatch(pattern):
        yield Finding((*choice.path, "StringMatches"), {"value": shown(pattern)})
