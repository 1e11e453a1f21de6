"""The events that start the machine, each with a role that allows nothing but to start it.

They are resources of their own, not events of the plugin serverless-step-functions: its role for HTTP allows
to start every machine of the account, its requests need no signature by default, its roles serve any account,
and it does not escape the input of a schedule, which a quotation mark in a text then breaks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from exporters.attachments.http_api import http_api
from exporters.attachments.ids import EventIds
from exporters.fragments.fragment import Fragment, joined
from exporters.fragments.machine import Machine
from exporters.fragments.policies import allowed, role
from exporters.stack import Stack
from schemas.core.paths import Json
from schemas.sidecar.attachments.events import BusEvent, Http, Schedule

START = "states:StartExecution"


def events(stack: Stack, machine: Machine) -> Fragment:
    """Return the resources that start `machine`, and their roles."""
    found, ids = stack.deployment.events, EventIds.of(stack)
    routes = {name: event for name, event in found.items() if isinstance(event, Http)}
    parts = list(_starting(stack, ids, machine))
    if routes:
        parts.append(http_api(stack, routes, ids, machine))
    return joined(parts)


def _starting(stack: Stack, ids: EventIds, machine: Machine) -> Iterator[Fragment]:
    """The schedules and rules, and a role for each of the two services."""
    found = stack.deployment.events
    starting = [allowed(START, machine.arn)]
    for name, event in found.items():
        match event:
            case Schedule():
                yield Fragment(resources={ids.by_name[name]: _schedule(event, machine, ids.schedule_role)})
            case BusEvent():
                yield Fragment(resources={ids.by_name[name]: _rule(event, machine, ids.rule_role)})
    if any(isinstance(event, Schedule) for event in found.values()):
        yield Fragment(resources={ids.schedule_role: role("scheduler.amazonaws.com", "start", starting)})
    if any(isinstance(event, BusEvent) for event in found.values()):
        yield Fragment(resources={ids.rule_role: role("events.amazonaws.com", "start", starting)})


def _schedule(event: Schedule, machine: Machine, role_id: str) -> Json:
    target: Json = {
        "Arn": machine.arn,
        "RoleArn": {"Fn::GetAtt": [role_id, "Arn"]},
        "Input": json.dumps(event.input, ensure_ascii=False),
    }
    properties: Json = {
        "ScheduleExpression": event.expression,
        "ScheduleExpressionTimezone": event.timezone,
        "FlexibleTimeWindow": {"Mode": "OFF"},
        "Target": target,
    }
    return {"Type": "AWS::Scheduler::Schedule", "Properties": properties}


def _rule(event: BusEvent, machine: Machine, role_id: str) -> Json:
    properties: dict[str, Json] = {
        "EventPattern": event.pattern,
        "Targets": [
            {"Id": "start", "Arn": machine.arn, "RoleArn": {"Fn::GetAtt": [role_id, "Arn"]}},
        ],
    }
    if event.bus:
        properties["EventBusName"] = event.bus
    return {"Type": "AWS::Events::Rule", "Properties": properties}
