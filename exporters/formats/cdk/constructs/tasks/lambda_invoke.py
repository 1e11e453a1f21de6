"""Lambda functions, called by `lambda:invoke`."""

from __future__ import annotations

from exporters.formats.cdk.code import Plain
from exporters.formats.cdk.constructs.call import Called, TaskKind
from exporters.formats.cdk.constructs.fields import Options
from exporters.formats.cdk.kinds import FUNCTION
from schemas.asl.services.integration import WAIT

_TYPES = {
    "RequestResponse": "tasks.LambdaInvocationType.REQUEST_RESPONSE",
    "Event": "tasks.LambdaInvocationType.EVENT",
    "DryRun": "tasks.LambdaInvocationType.DRY_RUN",
}


def _invoke(call: Called) -> Options:
    """No retrier but those of the definition; without a payload, the CDK would pass the input."""
    return (
        *call.resource("FunctionName", "lambdaFunction", FUNCTION, "Arn"),
        *call.pattern_option(WAIT, sent_in="Payload"),
        *call.required(call.arguments.input("Payload", "payload")),
        *call.arguments.one_of("InvocationType", "invocationType", _TYPES),
        *call.arguments.text("ClientContext", "clientContext"),
        *call.arguments.text("Qualifier", "qualifier"),
        ("retryOnServiceExceptions", Plain(False)),
    )


KINDS = (TaskKind(("lambda:invoke",), "tasks.LambdaInvoke", _invoke),)
