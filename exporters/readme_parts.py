"""Parts of the page `README.md` that an export has beside its files, in Japanese and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.comments import state_list
from exporters.permissions.permission import Permission
from exporters.permissions.role import Role
from exporters.permissions.statement import EVERYTHING, Breadth
from exporters.resources import all_permissions
from exporters.stack import Stack
from exporters.substitutions import StackParameter

_TABLE = """| 名前 / name | 定義の中 / in the definition | はじめの値 / at first |
| --- | --- | --- |
"""
_REQUIRED = "必須 / required: "
_KIND_OF_VALUE = """はじめの値や形が ARN なら ARN を、名前なら名前を渡してください。
ロールの権限がその形に合わせてあります。Lambda 関数、ロール、シークレット、KMS キー、ECS のタスク定義は、
このスタックと同じアカウントとリージョンのものなら、どちらでもかまいません。
Where the value at first, or its form, is an ARN, give an ARN, and where it is a name, a name: the role is
written for that. A Lambda function, a role, a secret, a key of KMS and a task definition of ECS may be given
either way, if they are of the account and the region of this stack.
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

_EXISTING_ROLE = """
## ロールの権限 / Permissions of the role

ロールは書き出していません。設定にあるロールに、タスクの権限があることを確かめてください。
設定からロールを消して書き出すと、分かっている権限がファイルに入ります。
The role is not exported: make sure that the one in the settings allows what the tasks do. An export without
it holds the permissions that are known.
"""
_OF_THE_SETTINGS = """
ログ、トレース、暗号化の設定には、次の権限も要ります。
The settings of logging, tracing and encryption need these permissions as well.

"""
_ALIAS = """
## エイリアス / Alias

デプロイでステートマシンが変わるたびにバージョンが発行され、エイリアス `{alias}` がそれを指します。
エイリアスの ARN で始めた実行は、そのバージョンで動きます。前のバージョンは消えません。
イベントは、エイリアスではなくステートマシンを始めます。
Each deployment that changes the state machine publishes a version, and the alias `{alias}` points to it.
An execution that is started by the alias's ARN runs that version. Older versions stay. Events start the
state machine, not the alias.
"""
_BROAD = """
## すべてのリソースへの権限 / Permissions on every resource

ロールは次の操作を、どのリソースに対しても許します。
The role allows these actions on every resource.
"""
_REASONS: dict[Breadth, str] = {
    "not-fixed": """定義だけではリソースが決まらないもの（実行ごとに変わる、SQL の中で決まる、など）。
分かっているなら、ロールで絞ってください。
The definition does not fix the resource: each execution chooses it, or it is named elsewhere, such as in SQL
or in a task definition. Where you know it, narrow the role.
""",
    "no-resource": """IAM がリソースを絞れないもの。 / IAM allows these on every resource only.
""",
}


def values_to_replace(how: str, stack: Stack, required: str = _REQUIRED) -> Iterator[str]:
    """The section on the parameters of the stack, `how` they are given, and what they are at first.

    `required` stands before the form of a value that must be given.
    """
    parameters = stack.substitutions.parameters
    rows = [f"| {it.name} | `${{{it.placeholder}}}` | {_first(it, required)} |\n" for it in parameters]
    if rows:
        kind = "" if stack.deployment.role else _KIND_OF_VALUE
        yield f"\n## 置き換える値 / Values to replace\n\n{how}{kind}\n{_TABLE}"
        yield from rows
    yield from notices(stack)


def notices(stack: Stack) -> Iterator[str]:
    """The warnings and hints on the stack."""
    for notice in stack.notices():
        yield f"\n{notice.message('ja')}\n{notice.message('en')}\n"


def alias(stack: Stack) -> Iterator[str]:
    """The section on the alias that points to the version of a deployment."""
    if stack.deployment.alias:
        yield _ALIAS.format(alias=stack.deployment.alias)


def resources_to_add(stack: Stack, how: str) -> Iterator[str]:
    """The section on the resources that are expected in the stack, and `how` they are taken in."""
    names = list(stack.missing_resources())
    if names:
        yield f"{_RESOURCES}{how}\n"
        yield from (f"- `{name}`\n" for name in names)


def permissions(stack: Stack) -> Iterator[str]:
    """The sections on what the role does not allow, and on what it allows on every resource.

    Of a role that is there already, what it has to allow.
    """
    if stack.deployment.role:
        yield from _to_check(stack)
        return
    yield from _to_add(stack.role)
    yield from _broad(stack)


def _to_check(stack: Stack) -> Iterator[str]:
    """The section on a role that is there already."""
    yield _EXISTING_ROLE
    actions = _states_by_action(_of_settings(stack))
    if actions:
        yield _OF_THE_SETTINGS
        yield from (f"- `{action}`\n" for action in actions)


def _of_settings(stack: Stack) -> list[Permission]:
    """The permissions that no state needs, but logging, tracing or the key."""
    return [permission for permission in all_permissions(stack) if not permission.states]


def _to_add(role: Role) -> Iterator[str]:
    """The section on the states whose permissions are unknown."""
    if role.unknown_states:
        yield _UNKNOWN
        yield from (f"- {line(state.name)}\n" for state in role.unknown_states)


def _broad(stack: Stack) -> Iterator[str]:
    """The section on what the role allows on every resource: the states that need it, and why."""
    of_settings = (item for item in _of_settings(stack) if EVERYTHING in item.statement.resources)
    found = [*stack.role.wide, *of_settings]
    if not found:
        return
    yield _BROAD
    for breadth, reason in _REASONS.items():
        states = _states_by_action(item for item in found if item.statement.breadth == breadth)
        if states:
            yield f"\n{reason}\n"
            yield from (f"- `{action}`{_of_states(names)}\n" for action, names in states.items())


def _states_by_action(permissions: Iterable[Permission]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for permission in permissions:
        for action in permission.statement.actions:
            found.setdefault(action, []).extend(permission.states)
    return found


def _of_states(names: list[str]) -> str:
    return f": {line(state_list(list(dict.fromkeys(names))))}" if names else ""


def line(text: str) -> str:
    """`text` on one line, inert in Markdown's HTML."""
    return " ".join(text.split()).replace("<", "&lt;")


def _first(parameter: StackParameter, required: str) -> str:
    if parameter.first.default is None:
        return f"{required}`{parameter.first.example}`"
    return cell(parameter.first.default)


def cell(text: str) -> str:
    """`text` in a table."""
    return line(text).replace("|", "\\|")
