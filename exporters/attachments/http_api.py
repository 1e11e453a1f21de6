"""The HTTP API whose requests start the machine, with the body as input.

A Standard workflow is started, and the answer is the ARN of its execution; an Express workflow is run to its
end, which is the answer ("AWS service integrations for HTTP APIs" in the guide of API Gateway).
"""

from __future__ import annotations

from collections.abc import Mapping

from exporters.attachments.ids import EventIds
from exporters.fragments.fragment import Fragment, Members
from exporters.fragments.machine import Machine
from exporters.fragments.policies import allowed, role
from exporters.stack import Stack
from schemas.core.paths import Json
from schemas.sidecar.attachments.events import Http

_ACTIONS = {"STANDARD": "StartExecution", "EXPRESS": "StartSyncExecution"}
_SIGNING = ("authorization", "content-type", "x-amz-date", "x-amz-security-token")
"""The headers of a signed request with a body."""


def http_api(stack: Stack, routes: Mapping[str, Http], ids: EventIds, machine: Machine) -> Fragment:
    """Return the API with a route for each event, and the role that it starts the machine with."""
    action = _ACTIONS[stack.workflow.design.type]
    starting = [allowed(f"states:{action}", machine.arn)]
    return Fragment(
        resources={
            ids.api: _resource("Api", _api(stack, routes)),
            f"{ids.api}Stage": _resource(
                "Stage", {"ApiId": {"Ref": ids.api}, "StageName": "$default", "AutoDeploy": True}
            ),
            f"{ids.api}Integration": _resource("Integration", _integration(ids.api, action, machine)),
            f"{ids.api}Role": role("apigateway.amazonaws.com", "start", starting, {}),
            **{ids.by_name[name]: _resource("Route", _route(ids.api, each)) for name, each in routes.items()},
        },
        outputs={
            f"{ids.api}Url": {
                "Description": "The address of the API that starts the state machine",
                "Value": {"Fn::GetAtt": [ids.api, "ApiEndpoint"]},
            }
        },
    )


def _resource(kind: str, properties: Json) -> Json:
    return {"Type": f"AWS::ApiGatewayV2::{kind}", "Properties": properties}


def _api(stack: Stack, routes: Mapping[str, Http]) -> Json:
    origins = list(dict.fromkeys(origin for event in routes.values() for origin in event.origins))
    properties: dict[str, Json] = {"Name": {"Fn::Sub": f"${{AWS::StackName}}-{stack.name}"}}
    properties["ProtocolType"] = "HTTP"
    if origins:
        properties["CorsConfiguration"] = {
            "AllowOrigins": [*origins],
            "AllowMethods": [*dict.fromkeys(event.method for event in routes.values())],
            "AllowHeaders": [*_SIGNING],
        }
    return properties


def _integration(api: str, action: str, machine: Machine) -> Members:
    return {
        "ApiId": {"Ref": api},
        "IntegrationType": "AWS_PROXY",
        "IntegrationSubtype": f"StepFunctions-{action}",
        "PayloadFormatVersion": "1.0",
        "CredentialsArn": {"Fn::GetAtt": [f"{api}Role", "Arn"]},
        "RequestParameters": {"StateMachineArn": machine.arn, "Input": "$request.body"},
    }


def _route(api: str, event: Http) -> Members:
    return {
        "ApiId": {"Ref": api},
        "RouteKey": f"{event.method} {event.path}",
        "AuthorizationType": "NONE" if event.is_open else "AWS_IAM",
        "Target": {"Fn::Sub": f"integrations/${{{api}Integration}}"},
    }
