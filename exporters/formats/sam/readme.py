"""The page beside a SAM template: how to check and deploy it, in Japanese and English."""

from __future__ import annotations

from exporters.attachments.readme import attachment_sections
from exporters.formats.cloudformation.deploying import KEPT_VALUES, overrides
from exporters.readme_parts import line, permissions, resources_to_add, values_to_replace
from exporters.template_stack import TemplateStack

_PAGE = """# {name}

Step Functions のワークフローを [AWS SAM] でデプロイするテンプレートです。
An AWS SAM template that deploys a Step Functions workflow.

```sh
sam validate --lint           # 認証情報なしで確かめる / check it, without credentials
sam deploy --resolve-s3 --capabilities CAPABILITY_IAM \\
  --stack-name {name} --region {region}{overrides}
```

定義 `{file}` は SAM がアップロードします。
SAM uploads the definition `{file}`.

`sam deploy --guided` は、答えた値を `samconfig.toml` に残します。二回目からは `sam deploy` だけで済みます。
`sam deploy --guided` keeps the answers in `samconfig.toml`; after that, `sam deploy` alone is enough:

```toml
version = 0.1

[default.deploy.parameters]
stack_name = "{name}"
region = "{region}"
resolve_s3 = true
capabilities = "CAPABILITY_IAM"
```

[AWS SAM]: https://docs.aws.amazon.com/serverless-application-model/
"""
_SAMCONFIG = """`samconfig.toml` では `parameter_overrides = "名前=値"` です。
In `samconfig.toml` it is `parameter_overrides = "NAME=VALUE"`.
"""
_PLACE = """`Resources` に足してください。
Add them under `Resources`.
"""


def readme(stack: TemplateStack) -> str:
    """The text of `README.md`."""
    page = _PAGE.format(
        name=stack.name,
        region=line(stack.deployment.region),
        overrides=overrides(stack),
        file=stack.definition_file,
    )
    parts = [
        page,
        *values_to_replace(KEPT_VALUES + _SAMCONFIG, stack),
        *resources_to_add(stack, _PLACE),
        *attachment_sections(stack),
        *permissions(stack),
    ]
    return "".join(parts)
