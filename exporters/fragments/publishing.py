"""The version that a deployment publishes, and the alias that points to it."""

from __future__ import annotations

from exporters.fragments.fragment import Fragment
from exporters.fragments.machine import ref
from exporters.stack import Stack
from schemas.core.paths import Json

ALL_EXECUTIONS = 100
"""The weight of a version that an alias sends every execution to."""


def published(stack: Stack) -> Fragment:
    """Return the version and the alias of the machine in the same template; none where no alias is set.

    CloudFormation publishes another version when the revision of the machine changes. The versions before
    stay, so that the alias can point to one of them again ("AWS::StepFunctions::StateMachineVersion" and
    "StateMachineAlias" in its template reference).
    """
    if not stack.deployment.alias:
        return Fragment()
    ids = stack.ids
    version: Json = {
        "Type": "AWS::StepFunctions::StateMachineVersion",
        "DeletionPolicy": "Retain",
        "UpdateReplacePolicy": "Retain",
        "Properties": {
            "StateMachineArn": ref(ids.machine),
            "StateMachineRevisionId": {"Fn::GetAtt": [ids.machine, "StateMachineRevisionId"]},
        },
    }
    route: Json = {"StateMachineVersionArn": ref(ids.version), "Weight": ALL_EXECUTIONS}
    alias: Json = {
        "Type": "AWS::StepFunctions::StateMachineAlias",
        "Properties": {"Name": stack.deployment.alias, "RoutingConfiguration": [route]},
    }
    words = "The ARN of the alias, which starts the version of the last deployment"
    return Fragment(
        resources={ids.version: version, ids.alias: alias},
        outputs={f"{ids.alias}Arn": {"Description": words, "Value": ref(ids.alias)}},
    )
