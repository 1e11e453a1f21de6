"""The version that a deployment of the CDK publishes, and the alias that points to it."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.formats.cdk.code import Call, Items, Name, Options, Plain, Statement, Text
from exporters.fragments.publishing import ALL_EXECUTIONS
from exporters.template_stack import TemplateStack

VERSION = "this.version"
ALIAS = "this.alias"
_ROUTE = "sfn.CfnStateMachineAlias.RoutingConfigurationVersionProperty"


def published(stack: TemplateStack, machine: str) -> Iterator[Statement]:
    """Yield the statements that publish the state machine in the variable `machine`; none without alias."""
    if not stack.deployment.alias:
        return
    revision = (
        ("stateMachineArn", Name(f"{machine}.stateMachineArn")),
        ("stateMachineRevisionId", Name(f"{machine}.stateMachineRevisionId")),
    )
    yield Statement(_made("Version", stack.ids.version, revision), VERSION)
    yield Statement(Call(f"{VERSION}.applyRemovalPolicy", (Name("RemovalPolicy.RETAIN"),)))
    sent = (("stateMachineVersionArn", Name(f"{VERSION}.attrArn")), ("weight", Plain(ALL_EXECUTIONS)))
    routes = Items((Options(_ROUTE, sent),))
    named = (("name", Text(stack.deployment.alias)), ("routingConfiguration", routes))
    yield Statement(_made("Alias", stack.ids.alias, named), ALIAS)


def _made(kind: str, id: str, options: tuple[tuple[str, Name | Text | Items], ...]) -> Call:
    return Call(f"sfn.CfnStateMachine{kind}", (Name("this"), Text(id)), options, new=True)
