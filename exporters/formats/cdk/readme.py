"""The page beside a CDK app: how to deploy it, and how to put it into an app, in Japanese and English."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exporters.attachments.readme import attachment_sections
from exporters.formats.cdk.constructor import Program
from exporters.formats.cdk.props import Prop
from exporters.readme_parts import cell, notices, permissions

_PAGE = """# {stack.name}

Step Functions のワークフローを [AWS CDK] でデプロイするアプリです。
An [AWS CDK] app that deploys a Step Functions workflow.

```sh
{install}
{test}
npx aws-cdk synth     # 認証情報なしで確かめる / check it, without credentials
npx aws-cdk deploy    # デプロイする / deploy it
```

リージョンは `cdk.json` の `context` にあります。`-c region=...` で変えられ、消せば AWS の設定に従います。
The region is in the `context` of `cdk.json`. `-c region=...` gives another one; without any, it is that of
your settings of AWS.

## 自分のアプリに入れる / Put it into your own app

`{module}` と `{program.definition_file}` を同じフォルダーに写し、スタックの中で `{workflow}` を作ります。
スタックごと使うなら `{app}` と同じように `{type}` を作ります。
Copy `{module}` and `{program.definition_file}` into one folder and make a `{workflow}` in a stack of
yours, or a `{type}` as `{app}` does.

[AWS CDK]: https://docs.aws.amazon.com/cdk/v2/guide/home.html
"""
_VALUES = """
## 渡す値 / Values

どちらのクラスにも、次のプロパティで渡します。値のないものは、`{type}` では
デプロイのときに `--parameters 名前=値` で渡すパラメーターになります。
Both classes take these properties. For one without a value, `{type}` asks on deployment, by a parameter
(`--parameters NAME=VALUE`).
{role}
| 名前 / name | 型 / type | 定義の中 / in the definition | はじめの値 / at first |
| --- | --- | --- | --- |
"""


_ROLE = """
ロールは、渡されたリソースへの操作だけを許します。テーブル、トピック、キュー、バケットに暗号化の鍵があれば、
その鍵の権限も付きます。はじめの値や形が ARN なら ARN を、名前なら名前を渡してください。
The role allows what the tasks do with what is given, and with the key of a table, topic, queue or bucket
that has one. Where the value at first, or its form, is an ARN, give an ARN, and where it is a name, a name:
the role is written for that.
"""


def readme(
    program: Program, install: str, test: str, files: tuple[str, str], spelled: Callable[[str], str]
) -> str:
    """The text of `README.md`; `install` fetches the packages, `test` runs the tests of the app.

    `files` are the module of the stack and the app, `spelled` gives a name as the language writes it.
    """
    module, app = files
    page = _PAGE.format(
        program=program,
        stack=program.stack,
        type=program.stack_type,
        workflow=program.workflow_type,
        install=install,
        test=test,
        module=module,
        app=app,
    )
    values = _values(program, spelled)
    named = {prop.id: spelled(prop.name) for prop in program.props.all}
    return "".join(
        [
            page,
            *values,
            *notices(program.stack),
            *attachment_sections(program.stack, named),
            *permissions(program.stack),
        ]
    )


def _values(program: Program, spelled: Callable[[str], str]) -> Iterator[str]:
    """The section on the properties of the construct."""
    if program.props.all:
        role = "" if program.stack.deployment.role else _ROLE
        yield _VALUES.format(type=program.stack_type, role=role)
    for prop in program.props.all:
        places = (name for name, given in program.props.given.items() if given.prop == prop)
        shown = " ".join(f"`${{{name}}}`" for name in places)
        yield f"| {spelled(prop.name)} | {_type(prop)} | {shown} | {_first(prop)} |\n"


def _type(prop: Prop) -> str:
    return f"`{prop.type}`" if prop.kind else prop.type


def _first(prop: Prop) -> str:
    """The value at first, or the parameter that asks for it and the form of its value."""
    if prop.default is not None:
        return cell(prop.default)
    example = prop.asked.first.default or prop.asked.first.example if prop.asked else ""
    return f"必須 / required: `{prop.id}`" + (f" `{cell(example)}`" if example else "")
