"""The command that deploys a template, and what its parameters do in a stack that is there already."""

from __future__ import annotations

import re
import shlex

from exporters.attachments.attachments import attachments
from exporters.fragments.machine import Machine
from exporters.template_stack import TemplateStack
from schemas.core.coerce import mapping

_TOPIC = "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:failures"
_PSEUDO = re.compile(r"\$\{AWS::(\w+)\}")

KEPT_VALUES = """はじめの値でよければ何もいりません。ほかの値は、デプロイのときに
`--parameter-overrides 名前=値` で渡します。一度渡した値は次のデプロイでも使われます。
テンプレートの `Default` を書き換えても、すでにあるスタックの値は変わらないので、
変えるときも `--parameter-overrides` で渡してください。
Where the values at first will do, nothing is needed. Pass others on deployment by
`--parameter-overrides NAME=VALUE`. A value is kept for later deployments: another `Default` in the template
changes nothing in a stack that is there already, so pass a new value in the same way.
"""


def overrides(stack: TemplateStack) -> str:
    """Return the option with an example of each value that must be given; "" where there are none."""
    examples = {
        item.name: item.first.example for item in stack.substitutions.parameters if item.first.default is None
    }
    told = attachments(stack, Machine.in_template(stack.ids.machine)).parameters
    examples |= {name: _TOPIC for name, fields in told.items() if "Default" not in mapping(fields)}
    if not examples:
        return ""
    given = (shlex.quote(f"{name}={_example(text, stack)}") for name, text in examples.items())
    return " \\\n  --parameter-overrides " + " \\\n    ".join(given)


def _example(text: str, stack: TemplateStack) -> str:
    """The form of a value in the region of the settings, with words in the place of what is not known."""
    values = {"AccountId": "ACCOUNT", "Partition": "PARTITION", "URLSuffix": "DOMAIN"}
    values["Region"] = stack.deployment.region
    return _PSEUDO.sub(lambda found: values.get(found[1], found[0]), text)
