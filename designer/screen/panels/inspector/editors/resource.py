"""The Resource of a Task: a service, its action and the integration pattern; or any other ARN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from designer.screen.locale import text
from designer.screen.panels import controls
from designer.screen.panels.inspector import value_input
from designer.screen.panels.inspector.editor import Editor
from designer.screen.panels.inspector.editors.plain import change_from_text
from designer.screen.panels.inspector.field_ref import FieldRef
from designer.screen.panels.inspector.state_changes import change_state
from designer.screen.panels.inspector.value_source import leaf_source
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.parameters import with_own_parameters
from designer.workspace.sidecar.json_values import with_value
from exporters.scene.resource import SERVICES
from schemas.asl.services import SDK, WAIT, Integration, actions, integration, patterns, services
from schemas.asl.services.arguments import arguments_field
from schemas.asl.services.task_token import with_token, without_token
from schemas.asl.template_functions import written
from schemas.asl.walk import State
from schemas.conversion.decide import decided, undecided_name
from schemas.core.coerce import text as string
from schemas.core.paths import Json
from schemas.sidecar.workflow import Change, Workflow

OTHER = "other"
SDK_EXAMPLE = Integration("aws-sdk:s3", "getObject")
MAP_CALLS = {"ItemReader": ("s3:getObject", "s3:listObjectsV2"), "ResultWriter": ("s3:putObject",)}


def show(ref: FieldRef) -> None:
    """Show the Resource of a Task, or of an ItemReader or a ResultWriter."""
    if ref.path[0] in MAP_CALLS:
        _map_resource(ref)
        return
    if function := written(ref.value):
        st.text_input(ref.label, function, disabled=True, help=text("resource.function-of-template"))
        return
    called = integration(string(ref.value))
    _service(ref, called)
    if called is not None:
        _action(ref, called)
        _pattern(ref, called)
        if called.service == "lambda":
            _function(ref)
    controls.text_input(
        ref.session, ref.name, ref.label, string(ref.value), partial(change_from_text, ref, True), ref.hint
    )


def _service(ref: FieldRef, called: Integration | None) -> None:
    names = {name: SERVICES.get(name, name) for name in services() if not name.startswith(SDK)}
    options = dict(sorted(names.items(), key=lambda item: item[1].lower())) | {SDK: text("resource.sdk")}
    chosen = OTHER if called is None else SDK if called.service.startswith(SDK) else called.service
    if chosen == OTHER:
        other = text("resource.undecided" if _undecided(ref) else "resource.other")
        options = {OTHER: other, **options}
    choose = partial(_choose_service, ref, called)
    controls.selectbox(ref.session, f"{ref.name}/service", text("resource.service"), options, chosen, choose)


def _choose_service(ref: FieldRef, called: Integration | None, service: str) -> None:
    if service in (OTHER, SDK):
        new = SDK_EXAMPLE if service == SDK else None
    else:
        new = Integration(service, actions(service)[0])
    if new is None:
        return
    if _undecided(ref):
        ref.session.opened.change(partial(_decide, ref.uid, new))
    else:
        ref.set(replace(new, start=called.start).arn if called else new.arn)


def _undecided(ref: FieldRef) -> str:
    """The name that stands for what nobody has decided yet; "" if the call is decided."""
    entry = ref.session.opened.workflow.design.states.get(ref.uid)
    return undecided_name(ref.state, entry.undecided) if entry else ""


def _decide(uid: str, new: Integration, workflow: Workflow) -> Change:
    """Let an undecided Task make the call, with arguments of an example and parameters named after it."""
    context = Context(workflow)
    name = workflow.design.states[uid].undecided[0] if uid in workflow.design.states else ""
    return change_state(workflow, uid, lambda state: with_own_parameters(context, name, decided(state, new)))


def _action(ref: FieldRef, called: Integration) -> None:
    offered = actions(called.service)
    if called.service.startswith(SDK):
        _sdk_service(ref, called)
    elif offered == (called.action,):
        return

    def choose(action: str) -> None:
        supported = patterns(called.service, action)
        pattern = called.pattern if called.pattern in supported else ""
        ref.set(replace(called, action=action, pattern=pattern).arn)

    options = {action: action for action in offered}
    controls.selectbox(
        ref.session, f"{ref.name}/action", text("resource.action"), options, called.action, choose
    )


def _sdk_service(ref: FieldRef, called: Integration) -> None:
    names = {name: name.removeprefix(SDK) for name in services() if name.startswith(SDK)}

    def choose(service: str) -> None:
        action = called.action if called.action in actions(service) else actions(service)[0]
        ref.set(replace(called, service=service, action=action).arn)

    label = text("resource.sdk.service")
    controls.selectbox(ref.session, f"{ref.name}/sdk", label, names, called.service, choose)


def _pattern(ref: FieldRef, called: Integration) -> None:
    supported = patterns(called.service, called.action)
    if supported == (called.pattern,):
        return
    options = {pattern: text(f"pattern.{pattern.lstrip('.') or 'request'}") for pattern in supported}
    controls.selectbox(
        ref.session,
        f"{ref.name}/pattern",
        text("resource.pattern"),
        options,
        called.pattern,
        partial(_choose_pattern, ref, called),
        text("resource.pattern.help"),
    )


def _choose_pattern(ref: FieldRef, called: Integration, pattern: str) -> None:
    """Change the pattern; the message of the call gets the token of the task with it, or loses it."""

    def changed(state: State) -> Json:
        fields: Json = {**state.fields, "Resource": replace(called, pattern=pattern).arn}
        name, data = arguments_field(state)
        new = data
        if pattern == WAIT:
            new = with_token(called, state.language, data)
        elif called.pattern == WAIT:
            new = without_token(state.language, data)
        if new == data:
            return fields
        arguments = FieldRef(ref.session, ref.uid, state).child(name)
        return with_value(fields, arguments.path, new, arguments.orders)

    ref.session.opened.change(lambda workflow: change_state(workflow, ref.uid, changed))


def _function(ref: FieldRef) -> None:
    data = "Arguments" if ref.state.language == "JSONata" else "Parameters"
    state = FieldRef(ref.session, ref.uid, ref.state)
    source = leaf_source(state.child(data).child("FunctionName"))
    value_input.choose(source, text("resource.function"), name=f"{ref.name}/function")


def _map_resource(ref: FieldRef) -> None:
    arns = [Integration(*call.split(":")).arn for call in MAP_CALLS[str(ref.path[0])]]
    options = {"": text("option.unsaid")} | {arn: arn.rpartition(":::")[2] for arn in arns}
    controls.selectbox(
        ref.session,
        ref.name,
        ref.label,
        options,
        string(ref.value),
        lambda arn: ref.set(arn) if arn else ref.remove(),
        ref.hint,
    )


EDITOR = Editor(show, fields=frozenset({"Resource"}))
