"""Services of the Serverless Framework, and the reports of `designer validate` on them."""

GOOD = "{StartAt: A, States: {A: {Type: Succeed}}}"
BAD = "{StartAt: Lost, States: {A: {Type: Succeed}}}"
HEAD = "service: shop\nprovider: {name: aws}\n"
SECTION = HEAD + "stepFunctions:\n  stateMachines:\n"
DEFINITION = SECTION + "    m:\n      definition: "
LINE = 6
"""The line of the definition in a service that ends so."""


def check(designer, *arguments):
    return designer("validate", "--format", "json", *(arguments or ["serverless.yml"])).found


def shown(reports, severity="error"):
    chosen = (each for each in reports if each["severity"] == severity)
    return {(each["file"], each["code"], each["line"]) for each in chosen}
