"""PartiQL statements: the action and the table of DynamoDB that a statement's text needs."""

from __future__ import annotations

import re

from exporters.permissions.statement import Statement, arn

_NAME = r'(?:"(?P<{0}quoted>[^"]+)"|(?P<{0}bare>(?:\w|\$\{{[^}}]*\}})+))'
_TABLE = rf"\s+{_NAME.format('table_')}(?:\s*\.\s*{_NAME.format('index_')})?(?=\s|;|\Z)"
_FORMS = {
    "Select": rf"""SELECT\b(?:[^"']|"[^"]*"|'[^']*')*?(?<![\w.])FROM{_TABLE}""",
    "Insert": rf"INSERT\s+INTO{_TABLE}",
    "Update": rf"UPDATE{_TABLE}",
    "Delete": rf"DELETE\s+FROM{_TABLE}",
}
_STATEMENTS = {verb: re.compile(rf"\s*{form}", re.IGNORECASE | re.ASCII) for verb, form in _FORMS.items()}
_ANY = tuple(f"dynamodb:PartiQL{verb}" for verb in _FORMS)


def partiql(text: str | None) -> Statement:
    """Allow a statement by its verb on its table; each verb on every table where the text does not tell.

    AWS: "IAM security policies with PartiQL for DynamoDB".
    """
    for verb, form in _STATEMENTS.items():
        found = form.match(text or "")
        if found:
            table = found["table_quoted"] or found["table_bare"]
            index = found["index_quoted"] or found["index_bare"]
            return Statement((f"dynamodb:PartiQL{verb}",), _resources(verb, table, index))
    return Statement(_ANY)


def table_arn(name: str) -> str:
    """Return the ARN of a table that is given by its name or its ARN."""
    return name if name.startswith("arn:") else arn("dynamodb", f"table/{name}")


def _resources(verb: str, table: str, index: str | None) -> tuple[str, ...]:
    named = table_arn(table)
    return (named, f"{named}/index/{index or '*'}") if index or verb == "Select" else (named,)
