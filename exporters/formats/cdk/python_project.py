"""The files of a CDK app in Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exporters.comments import comment_lines, introduction
from exporters.format import Artifact
from exporters.formats.cdk import stack_test
from exporters.formats.cdk.code import Step, names_in
from exporters.formats.cdk.constructor import Program
from exporters.formats.cdk.layout import body, columns
from exporters.formats.cdk.props import Prop
from exporters.formats.cdk.python import STEP, WIDTH, literal, snake, statement
from schemas.document.json.writer import write_json

_CORE = ("CfnParameter", "Fn", "Names", "RemovalPolicy", "Stack", "Tags", "Token")
_MODULES = {
    "dynamodb": "aws_dynamodb",
    "events": "aws_events",
    "iam": "aws_iam",
    "kms": "aws_kms",
    "lambda": "aws_lambda",
    "logs": "aws_logs",
    "s3": "aws_s3",
    "sns": "aws_sns",
    "sqs": "aws_sqs",
    "sfn": "aws_stepfunctions",
    "include": "cloudformation_include",
}
_MODULE = '''from __future__ import annotations

from pathlib import Path
from typing import Any

{imports}
from constructs import Construct


{introduction}
class {workflow}(Construct):
    {signature}
        """{document}"""
        super().__init__(scope, construct_id)

{construct}


class {stack}(Stack):
    """A stack of the workflow's own. It asks on deployment for what it is not given."""

    {stack_signature}
        super().__init__(scope, construct_id, **kwargs)

{around}
'''
_TEST = """from __future__ import annotations

import pytest
from aws_cdk import App, Environment, Stack
{imports}from aws_cdk.assertions import Template

{import_module}

MACHINE = "AWS::StepFunctions::StateMachine"
KNOWN = Environment(account="111111111111", region="eu-west-1")


@pytest.mark.parametrize("env", [None, KNOWN])
def test_a_stack_in_any_account_and_region(env: Environment | None) -> None:
{in_an_environment}


def test_a_workflow_with_the_constructs_of_another_stack() -> None:
{with_constructs}
"""
_APP = """from aws_cdk import App, Environment

{import_stack}

app = App()
{instance}
app.synth()
"""
_REQUIREMENTS = "aws-cdk-lib>=2.275,<3\nconstructs>=10,<11\n"
_FOR_TESTS = "-r requirements.txt\npytest>=8\n"
_INDENT = " " * 8
_SCOPE = ("self", "scope: Construct", "construct_id: str")
_TYPES = {"string": "str", "number": "float"}


def files(program: Program) -> list[Artifact]:
    """The module of the construct and the stack, the app that makes one, and what runs it."""
    module = f"{program.stack.name.replace('-', '_')}_stack"
    app = _APP.format(
        import_stack=_import(module, program.stack_type),
        instance=statement(program.instance(), ""),
    )
    return [
        Artifact(f"{module}.py", "text/x-python", _module(program).encode()),
        Artifact(f"tests/test_{module}.py", "text/x-python", _test(program, module).encode()),
        Artifact("tests/__init__.py", "text/x-python", b""),
        Artifact("app.py", "text/x-python", app.encode()),
        Artifact("requirements.txt", "text/plain", _REQUIREMENTS.encode()),
        Artifact("requirements-dev.txt", "text/plain", _FOR_TESTS.encode()),
        Artifact("cdk.json", "application/json", write_json(program.settings("python3 app.py")).encode()),
    ]


def _test(program: Program, module: str) -> str:
    with_constructs = stack_test.with_constructs(program)
    modules = _modules({name for step in with_constructs for name in names_in(step)})
    return _TEST.format(
        imports="".join(f"{line}\n" for line in modules),
        import_module=_import(module, program.stack_type, program.workflow_type),
        in_an_environment=_body([stack_test.in_an_environment(program)], STEP),
        with_constructs=_body([with_constructs], STEP),
    )


def _module(program: Program) -> str:
    props = program.props.all
    own = [_parameter(prop, prop.is_required) for prop in props]
    of_stack = [*(_parameter(prop, False) for prop in props), "**kwargs: Any"]
    return _MODULE.format(
        imports="\n".join(_imports(program.names())),
        introduction="\n".join(comment_lines(introduction(program.stack.workflow), "#")),
        workflow=program.workflow_type,
        signature=_signature(own, bool(own)),
        document="\n".join(_document(props)),
        construct=_body(program.construct, _INDENT),
        stack=program.stack_type,
        stack_signature=_signature(of_stack, len(of_stack) > 1),
        around=_body(program.around, _INDENT),
    )


def _signature(parameters: Sequence[str], has_props: bool) -> str:
    """The head of a constructor: properties stand behind a star, and each on its own line."""
    if not has_props:
        return f"def __init__({', '.join((*_SCOPE, *parameters))}) -> None:"
    lines = "".join(f"{_INDENT}{line},\n" for line in (*_SCOPE, "*", *parameters))
    return f"def __init__(\n{lines}{STEP}) -> None:"


def _parameter(prop: Prop, is_required: bool) -> str:
    module, dot, name = prop.type.partition(".")
    type = f"{snake(module)}{dot}{name}" if dot else _TYPES[module]
    if is_required:
        return f"{snake(prop.name)}: {type}"
    whole = f"{snake(prop.name)}: {type} | None = None"
    fits = columns(f"{_INDENT}{whole},") <= WIDTH
    return whole if fits else f"{snake(prop.name)}: {type}\n{_INDENT}| None = None"


def _document(props: Sequence[Prop]) -> Iterator[str]:
    """The docstring of the constructor."""
    if not props:
        yield "Make the workflow."
        return
    yield "Make the workflow from constructs and settings.\n"
    for prop in props:
        words = f"{_INDENT}:param {snake(prop.name)}: {_inert(prop.description)}."
        if prop.default is not None:
            of = f"the {prop.kind.noun} " if prop.kind else ""
            words += f" By default {of}{_inert(literal(prop.default))}."
        yield words
    yield _INDENT


def _inert(text: str) -> str:
    """`text` on one line of a docstring."""
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return words.replace("\\", "\\\\").replace('"""', "'''")


def _import(module: str, *names: str) -> str:
    line = f"from {module} import {', '.join(names)}"
    lines = "".join(f"{STEP}{name},\n" for name in names)
    return line if columns(line) <= WIDTH else f"from {module} import (\n{lines})"


def _body(paragraphs: list[list[Step]], indent: str) -> str:
    return body(paragraphs, indent, "#", statement)


def _imports(used: set[str]) -> Iterable[str]:
    yield f"from aws_cdk import {', '.join(name for name in _CORE if name in used)}"
    yield from _modules(used)


def _modules(used: set[str]) -> Iterator[str]:
    for name, module in _MODULES.items():
        if name in used:
            yield f"from aws_cdk import {module} as {snake(name)}"
