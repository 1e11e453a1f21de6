"""Parts of the page `README.md` that an export has beside its files, in Japanese and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.permissions.role import Role
from exporters.substitutions import StackParameter
from exporters.template_stack import TemplateStack

_TABLE = """| 名前 / name | 定義の中 / in the definition | はじめの値 / at first |
| --- | --- | --- |
"""
_RESOURCES = """
## スタックに足すリソース / Resources to add

次のリソースはこのスタックにある前提です。 / The stack expects these resources.
"""
_UNKNOWN = """
## 権限を足すところ / Permissions to add

次の工程に要る権限は分からないので、ロールに入れていません。
What these states need is not known, so the role does not allow it.

"""


def values_to_replace(how: str, parameters: Iterable[StackParameter]) -> Iterator[str]:
    """The section on the parameters of the stack, `how` they are given, and what they are at first."""
    rows = [f"| {item.name} | `${{{item.placeholder}}}` | {_cell(item.default)} |\n" for item in parameters]
    if rows:
        yield f"\n## 置き換える値 / Values to replace\n\n{how}\n{_TABLE}"
        yield from rows


def resources_to_add(stack: TemplateStack, how: str) -> Iterator[str]:
    """The section on the resources that the sidecar expects in the stack, and `how` they are taken in."""
    names = dict.fromkeys(resource.name for resource in stack.missing_resources())
    if names:
        yield f"{_RESOURCES}{how}\n"
        yield from (f"- `{name}`\n" for name in names)


def permissions_to_add(role: Role) -> Iterator[str]:
    """The section on the states whose permissions are unknown."""
    if role.unknown_states:
        yield _UNKNOWN
        yield from (f"- {line(state.name)}\n" for state in role.unknown_states)


def line(text: str) -> str:
    """`text` on one line, inert in Markdown's HTML."""
    return " ".join(text.split()).replace("<", "&lt;")


def _cell(text: str) -> str:
    return line(text).replace("|", "\\|")
