"""The files of a CDK app in Python."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.comments import comment_lines, introduction
from exporters.format import Artifact
from exporters.formats.cdk.code import Statement, names
from exporters.formats.cdk.constructor import instance, type_name
from exporters.formats.cdk.layout import columns
from exporters.formats.cdk.python import STEP, WIDTH, statement
from exporters.template_stack import TemplateStack
from schemas.document.json.writer import write_json

_CORE = ("CfnParameter", "Fn", "RemovalPolicy", "Stack", "Tags", "Token")
_MODULES = {
    "iam": "aws_iam",
    "kms": "aws_kms",
    "logs": "aws_logs",
    "sfn": "aws_stepfunctions",
    "include": "cloudformation_include",
}
_STACK = """from pathlib import Path

{imports}
from constructs import Construct


{introduction}
class {type}(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

{body}
"""
_APP = """from aws_cdk import App, Environment

{import_stack}

app = App()
{instance}
app.synth()
"""
_REQUIREMENTS = "aws-cdk-lib>=2.275,<3\nconstructs>=10,<11\n"
_INDENT = " " * 8


def files(stack: TemplateStack, paragraphs: list[list[Statement]]) -> list[Artifact]:
    """The stack, the app that makes one, and what runs it."""
    module = f"{stack.name.replace('-', '_')}_stack"
    app = _APP.format(
        import_stack=_import(module, type_name(stack)),
        instance=statement(instance(stack), ""),
    )
    return [
        Artifact(f"{module}.py", "text/x-python", _stack(stack, paragraphs).encode()),
        Artifact("app.py", "text/x-python", app.encode()),
        Artifact("requirements.txt", "text/plain", _REQUIREMENTS.encode()),
        Artifact("cdk.json", "application/json", write_json({"app": "python3 app.py"}).encode()),
    ]


def _stack(stack: TemplateStack, paragraphs: list[list[Statement]]) -> str:
    return _STACK.format(
        imports="\n".join(_imports(paragraphs)),
        introduction="\n".join(comment_lines(introduction(stack.workflow), "#")),
        type=type_name(stack),
        body="\n\n".join("\n".join(map(_lines, paragraph)) for paragraph in paragraphs),
    )


def _import(module: str, name: str) -> str:
    line = f"from {module} import {name}"
    return line if columns(line) <= WIDTH else f"from {module} import (\n{STEP}{name},\n)"


def _lines(value: Statement) -> str:
    lines = [*comment_lines(value.comment, f"{_INDENT}#"), _INDENT + statement(value, _INDENT)]
    return "\n".join(lines)


def _imports(paragraphs: list[list[Statement]]) -> Iterable[str]:
    used = {name for paragraph in paragraphs for value in paragraph for name in names(value.value)}
    yield f"from aws_cdk import {', '.join(name for name in _CORE if name in used or name == 'Stack')}"
    yield from (
        f"from aws_cdk import {module} as {name}" for name, module in _MODULES.items() if name in used
    )
