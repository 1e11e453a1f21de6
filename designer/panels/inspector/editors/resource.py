"""What a Task calls: a service, one of its actions, and whether its end is waited for; or any ARN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from designer.panels import entry
from designer.panels.inspector.editor import Editor
from designer.panels.inspector.editors import valued
from designer.panels.inspector.editors.plain import take
from designer.panels.inspector.modes import given_leaf
from designer.panels.inspector.spot import Spot
from designer.session import text
from exporters.scene.resource import SERVICES
from schemas.lenient import text as string
from schemas.services import SDK, Integration, integration, patterns, services

OTHER = "other"
SDK_EXAMPLE = Integration("aws-sdk:s3", "getObject")
MAP_CALLS = {"ItemReader": ("s3:getObject", "s3:listObjectsV2"), "ResultWriter": ("s3:putObject",)}


def show(spot: Spot) -> None:
    """Show the Resource of a Task, or of what a Map reads from and writes to."""
    if spot.path[0] in MAP_CALLS:
        _of_map(spot)
        return
    called = integration(string(spot.value))
    _service(spot, called)
    if called is not None:
        _action(spot, called)
        _pattern(spot, called)
        if called.service == "lambda":
            _function(spot)
    entry.line(spot.here, spot.name, spot.label, string(spot.value), partial(take, spot, True), spot.hint)


def _service(spot: Spot, called: Integration | None) -> None:
    names = {service: SERVICES.get(service, service) for service in services()}
    options = dict(sorted(names.items(), key=lambda item: item[1].lower())) | {SDK: text("resource.sdk")}
    chosen = OTHER if called is None else SDK if called.service.startswith(SDK) else called.service
    if chosen == OTHER:
        options = {OTHER: text("resource.other"), **options}
    choose = partial(_choose_service, spot, called)
    entry.option(spot.here, f"{spot.name}/service", text("resource.service"), options, chosen, choose)


def _choose_service(spot: Spot, called: Integration | None, service: str) -> None:
    if service in (OTHER, SDK):
        wanted = SDK_EXAMPLE if service == SDK else None
    else:
        wanted = Integration(service, next(iter(services()[service])))
    if wanted is not None:
        spot.put(replace(wanted, start=called.start).arn if called else wanted.arn)


def _action(spot: Spot, called: Integration) -> None:
    actions = services().get(called.service, {})
    if called.action in actions and len(actions) == 1:
        return
    if called.service.startswith(SDK):
        name = f"{called.service.removeprefix(SDK)}:{called.action}"
        label, take_action = text("resource.sdk.action"), partial(_take_sdk, spot, called)
        control = spot.here.bind(f"{spot.name}/action", name, take_action)
        entry.bound_line(label, name, control, text("resource.sdk.help"))
        return
    options = {action: action for action in actions}

    def choose(action: str) -> None:
        supported = patterns(called.service, action)
        pattern = called.pattern if called.pattern in supported else ""
        spot.put(replace(called, action=action, pattern=pattern).arn)

    entry.option(spot.here, f"{spot.name}/action", text("resource.action"), options, called.action, choose)


def _take_sdk(spot: Spot, called: Integration, said: str) -> None:
    service, _, action = said.strip().partition(":")
    wanted = replace(called, service=f"{SDK}{service}", action=action)
    if integration(wanted.arn) is not None:
        spot.put(wanted.arn)


def _pattern(spot: Spot, called: Integration) -> None:
    supported = patterns(called.service, called.action)
    if supported == (called.pattern,):
        return
    options = {pattern: text(f"pattern.{pattern.lstrip('.') or 'request'}") for pattern in supported}
    entry.option(
        spot.here,
        f"{spot.name}/pattern",
        text("resource.pattern"),
        options,
        called.pattern,
        lambda pattern: spot.put(replace(called, pattern=pattern).arn),
        text("resource.pattern.help"),
    )


def _function(spot: Spot) -> None:
    data = "Arguments" if spot.state.language == "JSONata" else "Parameters"
    whole = Spot(spot.here, spot.uid, spot.state)
    how = given_leaf(whole.inner(data).inner("FunctionName"))
    valued.choose(how, text("resource.function"), name=f"{spot.name}/function")


def _of_map(spot: Spot) -> None:
    known = [Integration(*call.split(":")).arn for call in MAP_CALLS[str(spot.path[0])]]
    options = {"": text("option.unsaid")} | {arn: arn.rpartition(":::")[2] for arn in known}
    entry.option(
        spot.here,
        spot.name,
        spot.label,
        options,
        string(spot.value),
        lambda said: spot.put(said) if said else spot.drop(),
        spot.hint,
    )


EDITOR = Editor(show, fields=frozenset({"Resource"}))
