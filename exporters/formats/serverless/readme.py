"""The page beside a `serverless.yml`: how to package and deploy it, in Japanese and English."""

from __future__ import annotations

from exporters.attachments.readme import attachment_sections
from exporters.formats.serverless.service import Service
from exporters.readme_parts import permissions, resources_to_add, values_to_replace

_PAGE = """# {title}

Step Functions のワークフローです。[osls] と [serverless-step-functions] でデプロイします。
Node.js 20.19 以上が必要です。

A Step Functions workflow, deployed with osls and serverless-step-functions. It needs Node.js 20.19 or newer.

```sh
npm install
npx osls package              # 認証情報なしで確かめる / check it, without credentials
npx osls deploy --stage dev   # デプロイする / deploy it
```

[osls]: https://github.com/oss-serverless/osls
[serverless-step-functions]: https://github.com/serverless-operations/serverless-step-functions
"""

_HOW = """`serverless.yml` の `params` を書き換えるか、デプロイのときに `--param="名前=値"` で渡します。
Change them under `params` in `serverless.yml`, or pass `--param="NAME=VALUE"` on deployment.
数と true/false は `params` に書いてください（`--param` の値は文字列になります）。
Write numbers and true or false under `params`: a value of `--param` is a text.
"""
_PLACE = """`resources.Resources` に足すか、`functions` に書いてください。
Add them under `resources.Resources`, or as `functions`.
"""


def readme(service: Service) -> str:
    """The text of `README.md`."""
    parts = [
        _PAGE.format(title=service.name),
        *values_to_replace(_HOW, service, required=""),
        *resources_to_add(service, _PLACE),
        *attachment_sections(service),
        *permissions(service),
    ]
    return "".join(parts)
