"""The page beside a template: how to check and deploy it, in Japanese and English."""

from __future__ import annotations

from exporters.attachments.readme import attachment_sections
from exporters.formats.cloudformation.deploying import KEPT_VALUES, overrides
from exporters.readme_parts import (
    line,
    permissions,
    resources_to_add,
    values_to_replace,
)
from exporters.template_stack import TemplateStack

_PAGE = """# {name}

Step Functions のワークフローを CloudFormation でデプロイするテンプレートです。
A CloudFormation template that deploys a Step Functions workflow.

```sh
aws cloudformation deploy --template-file template.yaml --capabilities CAPABILITY_IAM \\
  --stack-name {name} --region {region}{overrides}
```

51,200 バイトを超えるテンプレートには `--s3-bucket` も要ります。
A template of more than 51,200 bytes needs `--s3-bucket` as well.
"""
_PLACE = """`Resources` に足してください。
Add them under `Resources`.
"""


def readme(stack: TemplateStack) -> str:
    """The text of `README.md`."""
    parts = [
        _PAGE.format(name=stack.name, region=line(stack.deployment.region), overrides=overrides(stack)),
        *values_to_replace(KEPT_VALUES, stack),
        *resources_to_add(stack, _PLACE),
        *attachment_sections(stack),
        *permissions(stack),
    ]
    return "".join(parts)
