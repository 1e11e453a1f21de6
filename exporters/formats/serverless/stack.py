"""Parameters that take their values from Serverless, and permissions that Serverless leaves as they are."""

from __future__ import annotations

from dataclasses import replace

from exporters.formats.serverless.definition import EMPTY, literal
from exporters.permissions.permission import Permission
from exporters.permissions.statement import Statement
from exporters.role_policies import RolePolicies
from exporters.substitutions import StackParameter
from schemas.core.paths import Json


def stack_parameters(declared: tuple[StackParameter, ...], with_empty: bool) -> dict[str, Json]:
    """Return the declared parameters, each with the Serverless parameter of the same name as its value."""
    fields: dict[str, Json] = {
        parameter.name: {"Type": parameter.first.type, "Default": f"${{param:{parameter.name}}}"}
        for parameter in declared
    }
    if with_empty:
        fields[EMPTY] = {"Type": "String", "Default": "", "AllowedValues": [""]}
    return fields


def literal_policies(policies: RolePolicies) -> RolePolicies:
    """Return `policies` with every text escaped, so that Serverless leaves it as it is."""
    managed = tuple(tuple(map(_literal_permission, policy)) for policy in policies.managed)
    return RolePolicies(tuple(map(_literal_permission, policies.inline)), managed)


def _literal_permission(permission: Permission) -> Permission:
    return replace(permission, statement=_literal(permission.statement))


def _literal(statement: Statement) -> Statement:
    conditions = (replace(condition, value=literal(condition.value)) for condition in statement.conditions)
    resources = map(literal, statement.resources)
    return replace(statement, resources=tuple(resources), conditions=tuple(conditions))
