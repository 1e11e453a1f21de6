"""The fields of the context object, which is $$ in JSONPath and $states.context in JSONata.

Source: the developer guide of Step Functions, "Accessing execution data from the Context object".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schemas.core.did_you_mean import Names

ANYTHING: Mapping[str, Any] = {}
"""Data that the execution was given; any field may be in it."""

MEMBERS: Mapping[str, Any] = {
    "Execution": {
        "Id": None,
        "Input": ANYTHING,
        "Name": None,
        "RedriveCount": None,
        "RedriveTime": None,
        "RoleArn": None,
        "StartTime": None,
    },
    "Map": {"Item": {"Index": None, "Key": None, "Source": None, "Value": ANYTHING}},
    "State": {"EnteredTime": None, "Name": None, "RetryCount": None},
    "StateMachine": {"Id": None, "Name": None},
    "Task": {"Token": None},
}


def first_unknown(names: tuple[str, ...]) -> tuple[str, str | None] | None:
    """The first of `names`, a path into the context object, that does not exist, and the intended name.

    The intended name is None if there is no similar one. The result is None if all names exist.
    """
    members = MEMBERS
    for name in names:
        if members is ANYTHING:
            return None
        if not members or name not in members:
            return name, Names(members or ()).nearest(name)
        members = members[name]
    return None
