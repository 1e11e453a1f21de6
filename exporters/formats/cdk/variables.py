"""Names of variables that are free in Python and in TypeScript."""

from __future__ import annotations

from keyword import kwlist, softkwlist

from exporters.names import kebab

_TYPESCRIPT = """
    any arguments boolean break case catch class const constructor continue debugger default delete do else
    enum eval export extends false finally for function if implements import in instanceof interface let new
    null number object package private protected public return static string super switch symbol this throw
    true try typeof undefined var void while with yield
"""
_OURS = """
    app construct constructid dynamodb env events fn iam id include kms kwargs lambda_ loggroup logs machine
    name names attachments path props pytest s3 scope self sfn sns sqs stack str tags test token
    workflow
"""
_OF_A_STACK = """
    analyticsreporting crossregionreferences description notificationarns permissionsboundary
    propertyinjectors stackname suppresstemplateindentation synthesizer terminationprotection
"""
"""The properties of any stack, beside which those of ours stand."""

RESERVED = frozenset(
    word.lower()
    for word in (*kwlist, *softkwlist, *_TYPESCRIPT.split(), *_OURS.split(), *_OF_A_STACK.split())
)


class Variables:
    """Gives out names, each once, in whatever way the languages write capitals and underscores."""

    def __init__(self) -> None:
        self._taken = set(RESERVED)

    def new(self, wanted: str) -> str:
        """A name like `ordersTable` for `OrdersTable`; with `Value` behind it where that is taken."""
        first, *others = kebab(wanted).split("-")
        name = first + "".join(word.capitalize() for word in others)
        if not name[:1].isalpha():
            name = f"value{name}"
        while name.lower() in self._taken:
            name += "Value"
        self._taken.add(name.lower())
        return name
