"""The resources that every format which deploys a template puts beside the machine."""

from __future__ import annotations

from collections.abc import Callable

from exporters.attachments.alarms import alarms
from exporters.attachments.events import events
from exporters.fragments.fragment import Fragment, joined
from exporters.fragments.machine import Machine, ref
from exporters.fragments.publishing import published
from exporters.notification.notification import notification
from exporters.stack import Stack
from schemas.core.paths import Json


def in_template(stack: Stack, value_of: Callable[[str], Json] = ref) -> Fragment:
    """Return what belongs to the machine of `stack` in its own template, with its version and alias."""
    return joined([published(stack), attachments(stack, Machine.in_template(stack.ids.machine), value_of)])


def attachments(stack: Stack, machine: Machine, value_of: Callable[[str], Json] = ref) -> Fragment:
    """Return the resources that belong to `machine` by the deployment settings.

    `value_of` gives the value of a parameter of the stack.
    """
    return joined(
        [
            notification(stack, machine, value_of),
            events(stack, machine),
            alarms(stack, machine, value_of),
        ]
    )
