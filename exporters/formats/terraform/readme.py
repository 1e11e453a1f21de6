"""The page beside a module of Terraform: how to check and apply it, in Japanese and English."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.formats.terraform.module import EMAIL, TOPIC, Module
from exporters.formats.terraform.telling import makes_topic, tells_by_rule
from exporters.readme_parts import alias, permissions, values_to_replace

_PAGE = """# {name}

Step Functions のワークフローを [Terraform] でデプロイします。
A Step Functions workflow, deployed with Terraform.

```sh
terraform init
terraform plan -out next.tfplan     # 何が変わるかを見る / see what changes
terraform apply next.tfplan         # デプロイする / deploy it
```

定義は `{file}` で、`templatefile` が値を入れます。そこでは `${{` を `$${{`、`%{{` を `%%{{` と書きます。
The definition is `{file}`, into which `templatefile` puts the values. In it, `${{` is written
`$${{`, and `%{{` is written `%%{{`.

自分の構成に入れるときは、`versions.tf` の `provider` を消して `module` として使います。
To use it in a configuration of your own, take the `provider` out of `versions.tf` and call it as a `module`.

[Terraform]: https://developer.hashicorp.com/terraform
"""
_HOW = """`variables.tf` の `default` を書き換えるか、`terraform.tfvars` に `名前 = 値` と書きます。
必須の値は `terraform.tfvars` に書くと、次からも使われます。
Change the `default` in `variables.tf`, or write `NAME = VALUE` into `terraform.tfvars`; a value that is
required is best written there, where later runs find it.
"""
_TOPIC = """
## 失敗の通知 / Notification of failures

失敗は SNS のトピック `aws_sns_topic.failures` に届きます。変数 `{email}` のアドレスには
確認のメールが来るので、中のリンクを押してください。
Failures are sent to the topic `aws_sns_topic.failures`. The address in the variable `{email}` gets a
mail with a link that confirms it.
"""
_OTHER_TOPIC = """
## 失敗の通知 / Notification of failures

失敗は{where}のトピックに届きます。そのポリシーで `events.amazonaws.com` に `sns:Publish` を許してください。
Failures are sent to the topic in {place}. Let its policy allow `sns:Publish` to `events.amazonaws.com`.
"""


def readme(module: Module) -> str:
    """The text of `README.md`."""
    return "".join(
        [
            _PAGE.format(name=module.name, file=module.definition_file),
            *values_to_replace(_HOW, module),
            *alias(module),
            *_telling(module),
            *permissions(module),
        ]
    )


def _telling(module: Module) -> Iterator[str]:
    if makes_topic(module):
        yield _TOPIC.format(email=EMAIL)
    elif tells_by_rule(module):
        is_given = bool(module.deployment.notification.topic)
        yield _OTHER_TOPIC.format(
            where="設定" if is_given else f"変数 `{TOPIC}` ",
            place="the settings" if is_given else f"the variable `{TOPIC}`",
        )
