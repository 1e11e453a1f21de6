"""The files of a module: its resources, its variables, and its outputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.comments import introduction, parameter_description, state_list, unknown_permissions
from exporters.formats.terraform.hcl import Block, Call, Commented, Expression, Value, write_file
from exporters.formats.terraform.module import NAME, REGION, Module, hcl_value, used_data
from exporters.formats.terraform.telling import telling, telling_variables
from exporters.fragments.publishing import ALL_EXECUTIONS
from exporters.permissions.permission import Permission
from exporters.policy_statement import policy_statement
from exporters.resources import KEY_REUSE_SECONDS, LOG_GROUPS, LOG_RETENTION_DAYS, role_policies
from exporters.role_policies import RolePolicies
from exporters.substitutions import StackParameter

MACHINE = "state_machine"
_TERRAFORM = ">= 1.5"
_PROVIDER = ">= 6.0"
_TYPES = {"number": "number", "boolean": "bool"}


def versions(module: Module) -> str:
    """Return the text of `versions.tf`."""
    provider: dict[str, Value] = {"source": "hashicorp/aws", "version": _PROVIDER}
    return write_file(
        [
            Block(
                ("terraform",),
                {"required_version": _TERRAFORM},
                (Block(("required_providers",), {"aws": provider}),),
            ),
            Block(("provider", "aws"), {"region": Expression(f"var.{REGION}")}),
        ]
    )


def resources(module: Module) -> str:
    """Return the text of `main.tf`."""
    policies = role_policies(module)
    parts: list[Block | str] = []
    if not module.deployment.role:
        parts += _role(module, policies)
    if module.is_logged:
        parts.append(_log_group())
    parts += [_machine(module, policies), *_alias(module), *telling(module)]
    text = write_file(parts)
    data = [Block(("data", source, "current"), {}) for source in used_data(text)]
    return write_file([introduction(module.workflow), *data, *parts])


def variables(module: Module) -> str:
    """Return the text of `variables.tf`."""
    given: list[tuple[str, str, str, Value]] = [
        (NAME, "The name of the state machine, of its role and of its log group", "string", module.name),
        (REGION, "The region that everything is made in", "string", module.deployment.region),
    ]
    blocks = [_variable(*each) for each in (*given, *telling_variables(module))]
    blocks += [_declared(parameter) for parameter in module.substitutions.parameters]
    return write_file(blocks)


def outputs(module: Module) -> str:
    """Return the text of `outputs.tf`."""
    found = {
        "state_machine_arn": ("The ARN of the state machine", f"aws_sfn_state_machine.{MACHINE}.arn"),
        "state_machine_name": ("Its name", f"aws_sfn_state_machine.{MACHINE}.name"),
    }
    if not module.deployment.role:
        found["role_arn"] = ("The role that it runs with", f"aws_iam_role.{MACHINE}.arn")
    if module.deployment.alias:
        words = "The ARN of the alias, which starts the version of the last deployment"
        found["alias_arn"] = (words, f"aws_sfn_alias.{MACHINE}.arn")
    if module.is_logged:
        found["log_group_name"] = (
            "The log group of its executions",
            f"aws_cloudwatch_log_group.{MACHINE}.name",
        )
    return write_file(
        [
            Block(("output", name), {"description": words, "value": Expression(code)})
            for name, (words, code) in found.items()
        ]
    )


def _variable(name: str, description: str, type: str, default: Value) -> Block:
    fields: dict[str, Value] = {"description": description, "type": Expression(type)}
    return Block(("variable", name), fields if default is None else {**fields, "default": default})


def _declared(parameter: StackParameter) -> Block:
    """The variable of a placeholder; an object or a list is its JSON text, which a template takes."""
    first = parameter.first
    type = _TYPES.get(first.kind, "string")
    default: Value = first.default
    if first.default is not None and type != "string":
        default = Expression(first.default)
    block = _variable(parameter.name, parameter_description(parameter), type, default)
    if not first.allowed or type == "bool":
        return block
    allowed: dict[str, Value] = {
        "condition": Call("contains", (list(first.allowed), Expression(f"var.{parameter.name}"))),
        "error_message": f"One of {', '.join(first.allowed)}.",
    }
    return Block(block.head, block.arguments, (Block(("validation",), allowed),))


def _role(module: Module, policies: RolePolicies) -> Iterator[Block | str]:
    assumed: dict[str, Value] = {
        "Effect": "Allow",
        "Principal": {"Service": "states.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": hcl_value({"Ref": "AWS::AccountId"})}},
    }
    unknown = unknown_permissions(module)
    if unknown:
        yield unknown
    role = Expression(f"aws_iam_role.{MACHINE}.name")
    yield Block(
        ("resource", "aws_iam_role", MACHINE),
        {
            "name_prefix": Expression(f'"${{substr(var.{NAME}, 0, 37)}}-"'),
            "assume_role_policy": _policy([assumed]),
        },
    )
    if policies.inline:
        statements = _statements(module, policies.inline)
        yield Block(
            ("resource", "aws_iam_role_policy", "tasks"),
            {"name": "tasks", "role": role, "policy": _policy(statements)},
        )
    for number, permissions in enumerate(policies.managed, 1):
        yield Block(
            ("resource", "aws_iam_policy", f"tasks_{number}"),
            {
                "name_prefix": Expression(f'"${{var.{NAME}}}-tasks-{number}-"'),
                "policy": _policy(_statements(module, permissions)),
            },
        )
        arn = Expression(f"aws_iam_policy.tasks_{number}.arn")
        yield Block(
            ("resource", "aws_iam_role_policy_attachment", f"tasks_{number}"),
            {"role": role, "policy_arn": arn},
        )


def _policy(statements: Sequence[Value]) -> Value:
    return Call("jsonencode", ({"Version": "2012-10-17", "Statement": statements},))


def _statements(module: Module, permissions: Sequence[Permission]) -> list[Value]:
    found: list[Value] = []
    for permission in permissions:
        statement = hcl_value(policy_statement(permission.statement, module.references))
        found.append(Commented(state_list(permission.states), statement) if permission.states else statement)
    return found


def _log_group() -> Block:
    fields: dict[str, Value] = {
        "name": Expression(f'"{LOG_GROUPS}${{var.{NAME}}}"'),
        "retention_in_days": LOG_RETENTION_DAYS,
    }
    return Block(("resource", "aws_cloudwatch_log_group", MACHINE), fields)


def _machine(module: Module, policies: RolePolicies) -> Block:
    deployment = module.deployment
    fields: dict[str, Value] = {
        "name": Expression(f"var.{NAME}"),
        "type": module.workflow.design.type,
        "role_arn": deployment.role or Expression(f"aws_iam_role.{MACHINE}.arn"),
    }
    file = Expression(f'"${{path.module}}/{module.definition_file}"')
    fields["definition"] = Call("templatefile", (file, module.definition_values()))
    if deployment.alias:
        fields["publish"] = True
    if deployment.tags:
        fields["tags"] = dict(deployment.tags)
    waits = _before_the_machine(policies)
    if waits:
        fields["depends_on"] = [Expression(each) for each in waits]
    return Block(("resource", "aws_sfn_state_machine", MACHINE), fields, tuple(_settings(module)))


def _alias(module: Module) -> Iterator[Block]:
    """The alias that points to the version which the machine publishes; none where none is set."""
    if module.deployment.alias:
        version = Expression(f"aws_sfn_state_machine.{MACHINE}.state_machine_version_arn")
        route: dict[str, Value] = {"state_machine_version_arn": version, "weight": ALL_EXECUTIONS}
        blocks = (Block(("routing_configuration",), route),)
        yield Block(("resource", "aws_sfn_alias", MACHINE), {"name": module.deployment.alias}, blocks)


def _settings(module: Module) -> Iterator[Block]:
    deployment = module.deployment
    if module.is_logged:
        logging: dict[str, Value] = {
            "level": deployment.logging.level,
            "include_execution_data": deployment.logging.include_execution_data,
            "log_destination": Expression(f'"${{aws_cloudwatch_log_group.{MACHINE}.arn}}:*"'),
        }
        yield Block(("logging_configuration",), logging)
    if deployment.tracing:
        yield Block(("tracing_configuration",), {"enabled": True})
    if deployment.kms_key:
        encryption: dict[str, Value] = {
            "type": "CUSTOMER_MANAGED_KMS_KEY",
            "kms_key_id": deployment.kms_key,
            "kms_data_key_reuse_period_seconds": KEY_REUSE_SECONDS,
        }
        yield Block(("encryption_configuration",), encryption)


def _before_the_machine(policies: RolePolicies) -> list[str]:
    """The policies that the role must have before the machine: the service tries its log and its key."""
    inline = ["aws_iam_role_policy.tasks"] if policies.inline else []
    attached = (
        f"aws_iam_role_policy_attachment.tasks_{number + 1}" for number in range(len(policies.managed))
    )
    return [*inline, *attached]
