"""Names of variables that are free in Python and in TypeScript."""

from __future__ import annotations

from exporters.names import kebab

_PYTHON = (
    "and as assert async await class def del elif except false finally for from global if import in is lambda"
)
_PYTHON_REST = "none nonlocal not or pass raise return self str true try while with yield path stack app"
_TYPESCRIPT = (
    "any arguments boolean break case catch const constructor continue debugger default delete do else enum"
)
_TYPESCRIPT_REST = (
    "eval export extends function implements instanceof interface let new null number object package private "
    "protected public static string super switch symbol this throw typeof undefined var void"
)
_OURS = "scope id props kwargs constructid iam logs sfn fn tags token machine loggroup dirname"
RESERVED = frozenset(" ".join((_PYTHON, _PYTHON_REST, _TYPESCRIPT, _TYPESCRIPT_REST, _OURS)).split())


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
