"""An HTTP endpoint is called by an address that does not begin with https://."""

from __future__ import annotations

from rule_cases import SDK, STATES, Flag, alone, flags, in_map, jsonata, leaves, passes, task

HTTP = f"{STATES}http:invoke"
AUTHENTICATION = {"ConnectionArn": "${Connection}"}
CALL = {"ApiEndpoint": "https://pay.example.com", "Method": "POST"}


def calling(**parameters):
    return alone(task(HTTP, Parameters=parameters, TimeoutSeconds=60))


def calling_in_jsonata(arguments):
    return jsonata({"A": task(HTTP, Arguments=arguments, TimeoutSeconds=60)})


INSECURE = {**CALL, "ApiEndpoint": "http://pay.example.com", "Authentication": AUTHENTICATION}
SECURE = {**CALL, "Authentication": AUTHENTICATION}


def formatted(format):
    return {
        "ApiEndpoint.$": f"States.Format('{format}', $.x)",
        "Method": "POST",
        "Authentication": AUTHENTICATION,
    }


def joined(expression):
    return {**SECURE, "ApiEndpoint": "{% " + expression + " %}"}


FLAGS = {
    "an address of HTTP": Flag(
        calling(**INSECURE),
        "/States/A/Parameters/ApiEndpoint",
        {"state": "A"},
        unsafe_fix=calling(**SECURE),
    ),
    "an address of HTTP in JSONata": Flag(
        calling_in_jsonata(INSECURE),
        "/States/A/Arguments/ApiEndpoint",
        unsafe_fix=calling_in_jsonata(SECURE),
    ),
    "capitals": Flag(
        calling(**{**INSECURE, "ApiEndpoint": "HTTP://pay.example.com"}),
        "/States/A/Parameters/ApiEndpoint",
        unsafe_fix=calling(**SECURE),
    ),
    "inside a Map": Flag(
        in_map(calling(**INSECURE)),
        "/States/Each/ItemProcessor/States/A/Parameters/ApiEndpoint",
        unsafe_fix=in_map(calling(**SECURE)),
    ),
    "no scheme": Flag(
        calling(**{**INSECURE, "ApiEndpoint": "pay.example.com"}),
        "/States/A/Parameters/ApiEndpoint",
        unsafe_fix=calling(**SECURE),
    ),
    "no scheme but a port and a path": Flag(
        calling_in_jsonata({**INSECURE, "ApiEndpoint": "localhost:80/a?b"}),
        "/States/A/Arguments/ApiEndpoint",
        unsafe_fix=calling_in_jsonata({**SECURE, "ApiEndpoint": "https://localhost:80/a?b"}),
    ),
    "an address of HTTP that is formatted": Flag(
        calling(**formatted("http://a.com/{}")),
        "/States/A/Parameters/ApiEndpoint.$",
        unsafe_fix=calling(**formatted("https://a.com/{}")),
    ),
    "an address of HTTP that is joined": Flag(
        calling_in_jsonata(joined("'http://a.com/' & $states.input.x")),
        "/States/A/Arguments/ApiEndpoint",
        unsafe_fix=calling_in_jsonata(joined("'https://a.com/' & $states.input.x")),
    ),
    "an address of HTTP as an expression": Flag(
        calling_in_jsonata(joined('("http://a.com/")')),
        "/States/A/Arguments/ApiEndpoint",
        unsafe_fix=calling_in_jsonata(joined('("https://a.com/")')),
    ),
}

PASSES = {
    "a formatted address of HTTPS": calling(**formatted("https://a.com/{}")),
    "a formatted address whose beginning is read": calling(**formatted("{}/x")),
    "a joined address of HTTPS": calling_in_jsonata(joined("'https://a.com/' & $states.input.x")),
    "HTTP that is replaced": calling_in_jsonata(joined("$replace($states.input.x, 'http://', 'https://')")),
    "HTTP that is compared": calling_in_jsonata(
        joined("'http://a.com' = $states.input.x ? 'https://a.com' : $states.input.x")
    ),
    "a substitution for the beginning": calling(**{**SECURE, "ApiEndpoint": "${Host}/x"}),
    "an address of HTTPS": calling(**SECURE),
    "an address that is read": calling_in_jsonata({**SECURE, "ApiEndpoint": "{% $states.input.address %}"}),
    "a substitution": calling(**{**SECURE, "ApiEndpoint": "${Endpoint}"}),
    "another service": alone(
        task(f"{SDK}eventbridge:createApiDestination", Parameters={"InvocationEndpoint": "http://x"})
    ),
}

LEAVES = {
    "a call that does not exist": (
        "unlisted-action",
        alone(task(f"{STATES}htp:invoke", Parameters=INSECURE, TimeoutSeconds=60)),
    )
}

test_flags = flags("http-not-secure", FLAGS)
test_passes = passes("http-not-secure", PASSES, beside={"missing-parameter"})
test_leaves = leaves("http-not-secure", LEAVES)
