"""Jobs: what a Task needs to start one, and with `.sync` to wait for its end and to stop it."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, managed_rule, pass_role


@dataclass(frozen=True, slots=True)
class Job:
    """The IAM actions that start a job and those that follow it, the rule that tells of its end, and the
    service that it hands a role to; `role` is the parameter that names this role."""

    start: tuple[str, ...]
    follow: tuple[str, ...] = ()
    rule: str = ""
    passes_to: str = ""
    role: str = ""


def job_statements(
    job: Job, call: Call, started: str = EVERYTHING, followed: str = EVERYTHING
) -> list[Statement]:
    """Leave to start `job` on the resource `started`, and to follow it on `followed`."""
    found = [Statement(job.start, (started,))]
    if call.is_sync and job.follow:
        found.append(Statement(job.follow, (followed,)))
    if call.is_sync and job.rule:
        found.append(managed_rule(job.rule))
    if job.passes_to:
        found.append(pass_role(job.passes_to, call.fixed(job.role) or EVERYTHING))
    return found
