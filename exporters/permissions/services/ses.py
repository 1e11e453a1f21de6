"""SES: mail from an identity, which is an address or its domain."""

from __future__ import annotations

import re

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import Statement, arn, is_arn

SERVICES = ("ses",)
_SENDERS = ("FromEmailAddressIdentityArn", "SourceArn", "FromArn", "FromEmailAddress", "Source")
_ADDRESS = re.compile(r"(?:.*<)?\s*([^<>@\s]+)@([^<>@\s]+?)\s*>?", re.DOTALL)


def statements(call: Call) -> list[Statement] | None:
    """Allow to send mail from the address or its domain, with the configuration set and the template."""
    sender = next((call.fixed(name) for name in _SENDERS if call.fixed(name)), None)
    if not call.action.startswith("send") or sender is None:
        return by_name(call)
    found = _identities(sender)
    content = call.inside("Content", "Template")
    extras = {
        "configuration-set": call.fixed("ConfigurationSetName"),
        "template": call.fixed("Template") or content.fixed("TemplateName"),
    }
    named = (arn("ses", f"{kind}/{name}") for kind, name in extras.items() if name)
    return by_name(call, *found, *named)


def _identities(sender: str) -> tuple[str, ...]:
    if is_arn(sender):
        return (sender,)
    address = _ADDRESS.fullmatch(sender)
    if not address:
        return (arn("ses", f"identity/{sender}" if sender.startswith("${") else "identity/*"),)
    domain = address[2].split(".")
    domains = (".".join(domain[start:]) for start in range(max(1, len(domain) - 1)))
    names = (f"{address[1]}@{address[2]}", *domains)
    return tuple(arn("ses", f"identity/{name}") for name in names)
