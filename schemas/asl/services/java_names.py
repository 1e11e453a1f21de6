"""Names as the Java SDK derives them from the names of a service's model.

Step Functions calls services by that SDK, and names an error after the class of its exception.
"""

from __future__ import annotations

import re

_WORD = re.compile(
    r"[A-Z]+(?=v[0-9])|[vV][0-9]+|[A-Z]+(?=[A-Z][a-z])"
    r"|[A-Z]?[a-z]+(?:[A-Z](?![A-Za-z0-9]))?[0-9]*|[A-Z]+[0-9]*|[0-9]+"
)
_SUFFIX = re.compile(r"(?:Exception|Fault)\Z")


def in_pascal_case(name: str) -> str:
    """The name with each of its words capitalized: DynamoDB is DynamoDb, IoT Events is IotEvents."""
    return "".join(word.capitalize() for word in _WORD.findall(name))


def exception_class(error: str) -> str:
    """The exception class of a modelled error in version 2 of the SDK: NoSuchKey is NoSuchKeyException."""
    return in_pascal_case(_SUFFIX.sub("", error)) + "Exception"


def exception_class_v1(error: str) -> str:
    """The same in version 1, which optimized integrations use: it keeps the case of the letters."""
    return _SUFFIX.sub("", error) + "Exception"
