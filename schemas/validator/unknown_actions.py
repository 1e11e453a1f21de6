"""Finds calls of actions that do not exist, and the actions that were meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from schemas.asl.services import optimized, sdk
from schemas.asl.services.arguments import resource_for
from schemas.asl.services.integration import SDK, Integration
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.did_you_mean import names_of
from schemas.core.edits import Set
from schemas.validator.finding import Finding


@dataclass(frozen=True, slots=True)
class UnknownAction:
    """A call of an unknown action; `meant` is the call that was probably meant.

    `is_certain` says that the action does not exist: another one is meant, or the list of actions is
    complete.
    """

    resource: Integration
    meant: Integration | None
    is_certain: bool

    def finding(self, state: State) -> Finding:
        """The finding about the Resource of the Task, with a fix if an action is meant."""
        path = (*state.path, "Resource")
        params = {"call": _call_name(self.resource)}
        if self.meant is None:
            return Finding(path, params if self.is_certain else {**params, "source": sdk.source()})
        fix = Fix((Set(path, resource_for(state, self.meant.arn)),))
        return Finding(path, {**params, "nearest": _call_name(self.meant)}, fix=fix)


@lru_cache(maxsize=1024)
def unknown_action(resource: Integration) -> UnknownAction | None:
    """Check the action of a call; None if it is known."""
    if resource.service.startswith(SDK):
        return _unknown_sdk_action(resource)
    actions = optimized.actions(resource.service)
    if resource.action in actions:
        return None
    meant = _meant_optimized(resource)
    is_closed = bool(actions) and not optimized.is_open(resource.service)
    return UnknownAction(resource, meant, meant is not None or is_closed)


def _unknown_sdk_action(resource: Integration) -> UnknownAction | None:
    name = resource.service.removeprefix(SDK)
    service = sdk.service(name)
    if service is not None and resource.action in service.actions:
        return None
    meant = _meant_in_sdk(resource, name if service else sdk.nearest_service(name))
    return UnknownAction(resource, meant, meant is not None)


def _meant_optimized(resource: Integration) -> Integration | None:
    service = resource.service
    if not optimized.actions(service):
        service = names_of(optimized.services()).nearest(service) or service
    action = _exact_or_nearest(resource.action, optimized.actions(service))
    if action is not None:
        return replace(resource, service=service, action=action)
    name = resource.service if sdk.service(resource.service) else sdk.nearest_service(resource.service)
    return _meant_in_sdk(resource, name)


def _meant_in_sdk(resource: Integration, name: str | None) -> Integration | None:
    service = sdk.service(name) if name else None
    action = resource.action
    if service is None or name is None:
        return None
    meant = action if action in service.actions else sdk.action_names(name).nearest(action)
    return replace(resource, service=SDK + name, action=meant) if meant else None


def _exact_or_nearest(word: str, names: tuple[str, ...]) -> str | None:
    return word if word in names else names_of(names).nearest(word)


def _call_name(resource: Integration) -> str:
    return f"{resource.service}:{resource.action}"
