"""The page beside a `serverless.yml`: how to package and deploy it, in Japanese and English."""

from __future__ import annotations

from exporters.serverless.service import Service

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

_PARAMETERS = """
## 置き換える値 / Values to replace

`serverless.yml` の `params` を書き換えるか、デプロイのときに `--param="名前=値"` で渡します。
Change them under `params` in `serverless.yml`, or pass `--param="NAME=VALUE"` on deployment.

| 名前 / name | 定義の中 / in the definition | はじめの値 / at first |
| --- | --- | --- |
"""

_UNKNOWN = """
## 権限を足すところ / Permissions to add

次の工程に要る権限は分からないので、ロールに入れていません。
What these states need is not known, so the role does not allow it.

"""


def readme(service: Service) -> str:
    """The text of `README.md`."""
    parameters = service.substitutions.parameters
    parts = [_PAGE.format(title=service.name)]
    if parameters:
        rows = (
            f"| {item.name} | `${{{item.placeholder}}}` | {_cell(item.default)} |\n" for item in parameters
        )
        parts += [_PARAMETERS, *rows]
    if service.role.unknown:
        lines = (f"- {_line(state.name)}\n" for state in service.role.unknown)
        parts += [_UNKNOWN, *lines]
    return "".join(parts)


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")


def _line(text: str) -> str:
    return " ".join(text.split()).replace("<", "&lt;")
