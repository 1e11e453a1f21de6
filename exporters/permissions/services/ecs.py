"""ECS: a task of a task definition."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("ecs",)
_RUN = Job(("ecs:RunTask",), ("ecs:StopTask", "ecs:DescribeTasks"), "EventsForECSTask", passes_to="ecs-tasks")


def statements(call: Call) -> list[Statement] | None:
    """Allow to run the task definition, and to pass the roles that it names."""
    return job_statements(_RUN, call, _task_definition(call)) if call.action == "runTask" else by_name(call)


def _task_definition(call: Call) -> str:
    name = call.fixed("TaskDefinition")
    if name is None or name.startswith("${"):
        return name or EVERYTHING
    if name.startswith("arn:"):
        return name
    return arn("ecs", f"task-definition/{name if ':' in name else name + ':*'}")
