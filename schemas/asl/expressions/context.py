"""The context object: what a run knows of itself, $$ in JSONPath and $states.context in JSONata."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schemas.core.did_you_mean import Names

ANYTHING: Mapping[str, Any] = {}
"""What a run was given: nothing is known of what is in it."""

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


def unknown(names: tuple[str, ...]) -> tuple[str, str | None] | None:
    """The first of `names`, on the way into the context object, that is not there, and the one it may mean.

    None where all are there.
    """
    members = MEMBERS
    for name in names:
        if members is ANYTHING:
            return None
        if not members or name not in members:
            return name, Names(members or ()).nearest(name)
        members = members[name]
    return None
