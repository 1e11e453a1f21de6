"""The files of a CDK app in TypeScript."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.comments import comment_lines, introduction
from exporters.format import Artifact
from exporters.formats.cdk.code import Statement, names
from exporters.formats.cdk.constructor import instance, type_name
from exporters.formats.cdk.typescript import statement
from exporters.template_stack import TemplateStack
from schemas.core.paths import Json
from schemas.document.json.writer import write_json

_CORE = ("CfnParameter", "Fn", "RemovalPolicy", "Stack", "Tags", "Token")
_MODULES = {
    "iam": "aws-iam",
    "include": "cloudformation-include",
    "kms": "aws-kms",
    "logs": "aws-logs",
    "sfn": "aws-stepfunctions",
}
_STACK = """import * as path from "node:path";

{imports}
import type {{ Construct }} from "constructs";

{introduction}
export class {type} extends Stack {{
  constructor(scope: Construct, id: string, props?: StackProps) {{
    super(scope, id, props);

{body}
  }}
}}
"""
_APP = """import {{ App }} from "aws-cdk-lib";
import {{ {type} }} from "./{module}";

const app = new App();
{instance}
"""
_INDENT = " " * 4
_COMPILER: Json = {
    "compilerOptions": {
        "target": "ES2022",
        "module": "CommonJS",
        "moduleResolution": "Bundler",
        "types": ["node"],
        "strict": True,
        "noEmit": True,
        "skipLibCheck": True,
    }
}


def files(stack: TemplateStack, paragraphs: list[list[Statement]]) -> list[Artifact]:
    """The stack, the app that makes one, and what runs it."""
    module = f"{stack.name}-stack"
    app = _APP.format(
        module=module,
        type=type_name(stack),
        instance=statement(instance(stack), ""),
    )
    return [
        Artifact(f"{module}.ts", "text/x-typescript", _stack(stack, paragraphs).encode()),
        Artifact("app.ts", "text/x-typescript", app.encode()),
        Artifact("package.json", "application/json", write_json(_package(stack.name)).encode()),
        Artifact("tsconfig.json", "application/json", write_json(_COMPILER).encode()),
        Artifact("cdk.json", "application/json", write_json({"app": "npx tsx app.ts"}).encode()),
    ]


def _package(name: str) -> Json:
    return {
        "name": name,
        "private": True,
        "dependencies": {"aws-cdk-lib": "^2.276.0", "constructs": "^10.8.1"},
        "devDependencies": {
            "@types/node": ">=20",
            "aws-cdk": ">=2",
            "tsx": "^4.23.0",
            "typescript": ">=5.9",
        },
    }


def _stack(stack: TemplateStack, paragraphs: list[list[Statement]]) -> str:
    return _STACK.format(
        imports="\n".join(_imports(paragraphs)),
        introduction="\n".join(comment_lines(introduction(stack.workflow), "//")),
        type=type_name(stack),
        body="\n\n".join("\n".join(map(_lines, paragraph)) for paragraph in paragraphs),
    )


def _lines(value: Statement) -> str:
    return "\n".join([*comment_lines(value.comment, f"{_INDENT}//"), _INDENT + statement(value, _INDENT)])


def _imports(paragraphs: list[list[Statement]]) -> Iterable[str]:
    used = {name for paragraph in paragraphs for value in paragraph for name in names(value.value)}
    core = (name for name in _CORE if name in used or name == "Stack")
    yield f'import {{ {", ".join(core)}, type StackProps }} from "aws-cdk-lib";'
    for name, module in _MODULES.items():
        if name in used:
            yield f'import * as {name} from "aws-cdk-lib/{module}";'
