"""A Resource waits in a way that its action does not support."""

from __future__ import annotations

from rule_cases import SDK, STATES, Flag, alone, flags, in_branch, in_map, jsonata, machine, passes, task

AT = "/States/A/Resource"


def flag(resource: str, meant: str | None, pattern: str, call: str) -> Flag:
    """A call of `resource`, which the rule's fix changes to `meant`."""
    safe_fix = alone(task(meant)) if meant else None
    return Flag(alone(task(resource)), AT, {"pattern": pattern, "call": call}, safe_fix=safe_fix)


FLAGS = {
    "a job's pattern on a message": flag(f"{STATES}sns:publish.sync", None, ".sync", "sns:publish"),
    "a token on an action that takes none": flag(
        f"{STATES}dynamodb:getItem.waitForTaskToken", None, ".waitForTaskToken", "dynamodb:getItem"
    ),
    "a job's pattern on the SDK": flag(f"{SDK}s3:putObject.sync", None, ".sync", "aws-sdk:s3:putObject"),
    "the pattern of one action on another of its service": flag(
        f"{STATES}athena:getQueryResults.sync", None, ".sync", "athena:getQueryResults"
    ),
    "a misspelt pattern": flag(
        f"{STATES}ecs:runTask.snyc", f"{STATES}ecs:runTask.sync", ".snyc", "ecs:runTask"
    ),
    "a pattern in another case": flag(
        f"{STATES}ecs:runTask.Sync", f"{STATES}ecs:runTask.sync", ".Sync", "ecs:runTask"
    ),
    "the pattern that only nested executions have": flag(
        f"{STATES}ecs:runTask.sync:2", f"{STATES}ecs:runTask.sync", ".sync:2", "ecs:runTask"
    ),
    "a pattern that does not exist": flag(f"{STATES}ecs:runTask.later", None, ".later", "ecs:runTask"),
    "a pattern that does not exist on an unlisted action": flag(
        f"{SDK}brandnew:doIt.later", None, ".later", "aws-sdk:brandnew:doIt"
    ),
    "another partition": flag(
        "arn:aws-cn:states:::ecs:runTask.Sync", "arn:aws-cn:states:::ecs:runTask.sync", ".Sync", "ecs:runTask"
    ),
    "JSONata": Flag(jsonata({"A": task(f"{STATES}sns:publish.sync")}), AT),
    "a state of a branch": Flag(
        in_branch(machine({"A": task(f"{STATES}sns:publish.sync")})), f"/States/Both/Branches/1{AT}"
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": task(f"{STATES}sns:publish.sync")})), f"/States/Each/ItemProcessor{AT}"
    ),
    "the pattern of nested executions on a message": flag(
        f"{STATES}sns:publish.sync:2", None, ".sync:2", "sns:publish"
    ),
}

PASSES = {
    "no pattern": alone(task(f"{STATES}sns:publish")),
    "a job": alone(task(f"{STATES}ecs:runTask.sync", TimeoutSeconds=60)),
    "a token": alone(task(f"{STATES}sns:publish.waitForTaskToken", TimeoutSeconds=60)),
    "a token on the SDK": alone(task(f"{SDK}s3:putObject.waitForTaskToken", TimeoutSeconds=60)),
    "a nested execution, as text": alone(task(f"{STATES}states:startExecution.sync", TimeoutSeconds=60)),
    "a nested execution, as JSON": alone(task(f"{STATES}states:startExecution.sync:2", TimeoutSeconds=60)),
    "the one action of its service that has it": alone(
        task(f"{STATES}athena:startQueryExecution.sync", TimeoutSeconds=60)
    ),
    "an action that is not known, which may have it": alone(
        task(f"{SDK}brandnew:doIt.sync", TimeoutSeconds=60)
    ),
    "a substitution for the pattern": alone(task(f"{STATES}sns:publish${{Pattern}}")),
    "a function with an alias of such a name": alone(
        task("arn:aws:lambda:us-east-1:123456789012:function:publish:sync")
    ),
}

test_flags = flags("unsupported-pattern", FLAGS)
test_passes = passes("unsupported-pattern", PASSES, beside={"token-not-passed", "unlisted-action"})
