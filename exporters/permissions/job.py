"""Jobs: the permissions to start one, and with `.sync` to wait for its end and to stop it."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, managed_rule


@dataclass(frozen=True, slots=True)
class Job:
    """The permissions for one kind of job.

    `start` and `follow` are IAM actions; `rule` names the EventBridge rule that reports its end. The roles
    that a job is given are found among its parameters (`passed_roles`).
    """

    start: tuple[str, ...]
    follow: tuple[str, ...] = ()
    rule: str = ""


def job_statements(
    job: Job, call: Call, started: str = EVERYTHING, followed: str = EVERYTHING
) -> list[Statement]:
    """Allow to start `job` on the resource `started`, and to follow it on `followed`."""
    found = [Statement(job.start, (started,))]
    if call.is_sync and job.follow:
        found.append(Statement(job.follow, (followed,)))
    if call.is_sync and job.rule:
        found.append(managed_rule(job.rule))
    return found
