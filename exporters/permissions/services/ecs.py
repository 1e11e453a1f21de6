"""ECS: a task of a task definition."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.passed_roles import pass_role
from exporters.permissions.statement import EVERYTHING, Statement, arn, is_arn

SERVICES = ("ecs",)
_RUN = Job(("ecs:RunTask",), ("ecs:StopTask", "ecs:DescribeTasks"), "EventsForECSTask")
_STARTS = {"runTask", "startTask"}
_TAGGING = ("Tags", "EnableECSManagedTags", "PropagateTags")
_ROLES = ("TaskRoleArn", "ExecutionRoleArn")


def statements(call: Call) -> list[Statement] | None:
    """Allow to run the task definition, to pass the roles that it names, and to tag the task.

    The overrides of the call may name both roles; then those of the definition are not passed.
    """
    if call.action == "registerTaskDefinition" and call.fixed("Family"):
        return by_name(call, arn("ecs", f"task-definition/{call.fixed('Family')}:*"))
    if call.action not in _STARTS:
        return by_name(call)
    definitions = _task_definition(call)
    found = _run(call, definitions)
    if not all(call.inside("Overrides").fixed(role) for role in _ROLES):
        found.append(pass_role("ecs-tasks"))
    if any(map(call.gives, _TAGGING)):
        found.append(Statement(("ecs:TagResource",), (arn("ecs", "task/*"),)))
    return found


def _run(call: Call, definitions: tuple[str, ...]) -> list[Statement]:
    if call.action == "startTask":
        return [Statement(("ecs:StartTask",), definitions)]
    first, *others = job_statements(_RUN, call)
    return [Statement(first.actions, definitions), *others]


def _task_definition(call: Call) -> tuple[str, ...]:
    """The ARN of each revision that the parameter may mean: a family's name means its newest one."""
    name = call.fixed("TaskDefinition")
    if name is None or is_arn(name):
        return (name or EVERYTHING,)
    named = arn("ecs", f"task-definition/{name}")
    if name.startswith("${"):
        return (named, f"{named}:*")
    return (named if ":" in name else f"{named}:*",)
