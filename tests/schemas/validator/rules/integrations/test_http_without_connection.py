"""A call of an HTTP endpoint has no connection."""

from __future__ import annotations

from rule_cases import SDK, STATES, Flag, alone, flags, in_map, jsonata, leaves, passes, task

HTTP = f"{STATES}http:invoke"
AUTHENTICATION = {"ConnectionArn": "${Connection}"}
CALL = {"ApiEndpoint": "https://pay.example.com", "Method": "POST"}


def calling(**parameters):
    return alone(task(HTTP, Parameters=parameters, TimeoutSeconds=60))


def calling_in_jsonata(arguments):
    return jsonata({"A": task(HTTP, Arguments=arguments, TimeoutSeconds=60)})


FLAGS = {
    "no connection": Flag(calling(**CALL), "/States/A/Parameters", {"state": "A"}),
    "no connection in JSONata": Flag(calling_in_jsonata(CALL), "/States/A/Arguments"),
    "inside a Map": Flag(in_map(calling(**CALL)), "/States/Each/ItemProcessor/States/A/Parameters"),
    "credentials in a header": Flag(
        calling(**CALL, Headers={"Authorization": "Bearer x"}), "/States/A/Parameters"
    ),
    "an empty connection": Flag(
        calling(**CALL, Authentication={"ConnectionArn": ""}),
        "/States/A/Parameters/Authentication/ConnectionArn",
        {"state": "A"},
    ),
    "a connection of spaces in JSONata": Flag(
        calling_in_jsonata({**CALL, "InvocationConfig": {"ConnectionArn": " "}}),
        "/States/A/Arguments/InvocationConfig/ConnectionArn",
    ),
}

PASSES = {
    "a connection": calling(**CALL, Authentication=AUTHENTICATION),
    "a connection that is read": calling(**CALL, **{"Authentication.$": "$.connection"}),
    "a private endpoint": calling(**CALL, InvocationConfig=AUTHENTICATION),
    "arguments that are computed": calling_in_jsonata("{% $states.input.call %}"),
    "another service": alone(task(f"{SDK}s3:listBuckets", Parameters={}, TimeoutSeconds=60)),
    "a substitution for all arguments": calling_in_jsonata({"Ref": "Call"}),
}

LEAVES = {
    "a call that does not exist": ("unknown-action", alone(task(f"{STATES}http:call", TimeoutSeconds=60)))
}

test_flags = flags("http-without-connection", FLAGS)
test_passes = passes("http-without-connection", PASSES, beside={"missing-parameter"})
test_leaves = leaves("http-without-connection", LEAVES)
