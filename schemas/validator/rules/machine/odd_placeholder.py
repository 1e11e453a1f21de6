"""A placeholder is written so that no tool puts a value in for it.

Why: CloudFormation, SAM, the Serverless Framework and Terraform leave it as it is or fail, so that the
service gets the placeholder itself, or nothing is deployed. A name of letters and digits suits all of them.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${Pay function}", "End": true}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${PayFunction}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.placeholder_kinds import Placed
from schemas.core.placeholder_syntax import is_known_to_some_tool, placeholders_in
from schemas.validator.finding import Finding, rule


@rule("hint", Placed)
def check(placed: Placed) -> Iterator[Finding]:
    """A text with a placeholder that is neither a name nor an expression of any of these tools."""
    texts = placeholders_in(placed.value) if isinstance(placed.value, str) else ()
    odd = next((name for name in texts if not is_known_to_some_tool(name)), None)
    if odd is not None:
        yield Finding(placed.path, {"found": f"${{{odd}}}"})
