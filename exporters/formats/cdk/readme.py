"""The page beside a CDK stack: how to deploy it, and how to put it into an app, in Japanese and English."""

from __future__ import annotations

from exporters.attachments.readme import attachment_sections
from exporters.formats.cdk.constructor import type_name
from exporters.readme_parts import permissions, resources_to_add, values_to_replace
from exporters.template_stack import TemplateStack

_PAGE = """# {stack.name}

Step Functions のワークフローを [AWS CDK] でデプロイするアプリです。
An [AWS CDK] app that deploys a Step Functions workflow.

```sh
{install}
npx aws-cdk synth     # 認証情報なしで確かめる / check it, without credentials
npx aws-cdk deploy    # デプロイする / deploy it
```

## 自分のアプリに入れる / Put it into your own app

`{module}` と `{stack.definition_file}` を同じフォルダーに写し、
`{app}` と同じように `{type}` を作ります。
Copy `{module}` and `{stack.definition_file}` into one folder and make a `{type}` as `{app}` does.

[AWS CDK]: https://docs.aws.amazon.com/cdk/v2/guide/home.html
"""
_HOW = """スタックの `CfnParameter` です。自分のアプリでは、ほかのリソースの属性（`table.tableName` など）に
置き換えられます。デプロイのときは `--parameters 名前=値` で渡します。
They are `CfnParameter`s of the stack. In your own app, put the attributes of your constructs in their place;
on deployment, pass `--parameters NAME=VALUE`.
"""
_PLACE = """足したうえで、`Fn` の行をそのリソースの属性に置き換えてください。
Add them, and put their attributes in the place of the lines with `Fn`.
"""


def readme(stack: TemplateStack, install: str, module: str, app: str) -> str:
    """The text of `README.md`; `install` is the command that fetches the packages."""
    page = _PAGE.format(stack=stack, type=type_name(stack), install=install, module=module, app=app)
    values = values_to_replace(_HOW, stack)
    return "".join(
        [
            page,
            *values,
            *resources_to_add(stack, _PLACE),
            *attachment_sections(stack),
            *permissions(stack),
        ]
    )
