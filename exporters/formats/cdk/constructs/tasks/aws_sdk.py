"""Any action of the SDK."""

from __future__ import annotations

from exporters.formats.cdk.code import Items, Text
from exporters.formats.cdk.constructs.call import Called, TaskKind
from exporters.formats.cdk.constructs.fields import Options
from exporters.formats.cdk.constructs.unfit import Unfit
from schemas.asl.services.integration import SDK, WAIT


def _call(call: Called) -> Options:
    """The CDK refuses other spellings, and would write parameters where there are none."""
    service = call.service.removeprefix(SDK)
    given = call.given
    if service != service.lower() or call.action[:1] != call.action[:1].lower():
        raise Unfit
    if not isinstance(given, dict) or any(name[:1] != name[:1].upper() for name in given):
        raise Unfit
    call.arguments.drop(*given)
    return (
        ("service", Text(service)),
        ("action", Text(call.action)),
        *call.pattern_option(WAIT),
        ("parameters", call.arguments.values.value(given)),
        ("iamResources", Items(())),
    )


KINDS = (TaskKind((SDK,), "tasks.CallAwsService", _call),)
"""The permissions are granted by the stack: the CDK's own guess at them would not be least."""
