"""The files of a CDK app in TypeScript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.comments import comment_lines, introduction
from exporters.format import Artifact
from exporters.formats.cdk import stack_test
from exporters.formats.cdk.code import Step, names_in
from exporters.formats.cdk.constructor import Program
from exporters.formats.cdk.constructs.program import definition_module
from exporters.formats.cdk.layout import Bracket, body, lay_out
from exporters.formats.cdk.props import Prop
from exporters.formats.cdk.typescript import STEP, WIDTH, literal, statement
from schemas.core.paths import Json
from schemas.document.json.writer import write_json

_CORE = ("CfnParameter", "Fn", "Names", "RemovalPolicy", "Stack", "Tags", "Token")
_MODULES = {
    "dynamodb": "aws-dynamodb",
    "events": "aws-events",
    "iam": "aws-iam",
    "include": "cloudformation-include",
    "kms": "aws-kms",
    "lambda": "aws-lambda",
    "logs": "aws-logs",
    "s3": "aws-s3",
    "sfn": "aws-stepfunctions",
    "sns": "aws-sns",
    "sqs": "aws-sqs",
}
_PATH = 'import * as path from "node:path";\n\n'
_MODULE = """{path}{imports}
import {{ Construct }} from "constructs";
{definition}{interface}
{introduction}
export class {workflow} extends Construct {{
  /** The state machine. */
  readonly stateMachine: sfn.StateMachine;
{alias}
  constructor(scope: Construct, id: string{props}) {{
    super(scope, id);

{construct}
  }}
}}
{stack_interface}
/** A stack of the workflow's own. It asks on deployment for what it is not given. */
export class {stack} extends Stack {{
  /** The workflow. */
  readonly workflow: {workflow};

  constructor(scope: Construct, id: string, props: {stack_props} = {{}}) {{
    super(scope, id, props);

{around}
  }}
}}
"""
_ALIAS = """
  /** The version that the deployment publishes. */
  readonly version: sfn.CfnStateMachineVersion;

  /** The alias that points to it. */
  readonly alias: sfn.CfnStateMachineAlias;
"""
_INTERFACE = """
/** The constructs and settings that the workflow is made from. */
export interface {workflow}Props {{
{members}
}}
"""
_STACK_INTERFACE = """
/** The properties of a stack, and any of the workflow's. */
export interface {stack}Props
  extends StackProps,
    Partial<{workflow}Props> {{}}
"""
_TEST = """import {{ test }} from "node:test";

import {{ App, Stack }} from "aws-cdk-lib";
import {{ Template }} from "aws-cdk-lib/assertions";
{imports}
import {{ {stack}, {workflow} }} from "../{module}";

const MACHINE = "AWS::StepFunctions::StateMachine";
const KNOWN = {{ account: "111111111111", region: "eu-west-1" }};

for (const env of [undefined, KNOWN]) {{
  test(`a stack in ${{env ? "a known" : "any"}} account and region`, () => {{
{in_an_environment}
  }});
}}

test("a workflow with the constructs of another stack", () => {{
{with_constructs}
}});
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


def files(program: Program) -> list[Artifact]:
    """The module of the construct and the stack, the app that makes one, and what runs it."""
    name = program.stack.name
    app = _APP.format(
        module=f"{name}-stack", type=program.stack_type, instance=statement(program.instance(), "")
    )
    return [
        Artifact(f"{name}-stack.ts", "text/x-typescript", _module(program).encode()),
        Artifact(f"test/{name}-stack.test.ts", "text/x-typescript", _test(program).encode()),
        Artifact("app.ts", "text/x-typescript", app.encode()),
        Artifact("package.json", "application/json", write_json(_package(name)).encode()),
        Artifact("tsconfig.json", "application/json", write_json(_COMPILER).encode()),
        Artifact("cdk.json", "application/json", write_json(program.settings("npx tsx app.ts")).encode()),
        *_definition(program),
    ]


def _definition(program: Program) -> Iterator[Artifact]:
    """The module of the definition, where that is a construct."""
    if program.inputs:
        text = definition_module(program.stack, program.inputs)
        yield Artifact(program.definition_file, "text/x-typescript", text.encode())


def _package(name: str) -> Json:
    return {
        "name": name,
        "private": True,
        "scripts": {"test": "node --import tsx --test test/*.test.ts"},
        "dependencies": {"aws-cdk-lib": "^2.276.0", "constructs": "^10.8.1"},
        "devDependencies": {
            "@types/node": ">=20",
            "aws-cdk": ">=2",
            "tsx": "^4.23.0",
            "typescript": ">=5.9",
        },
    }


def _test(program: Program) -> str:
    with_constructs = stack_test.with_constructs(program)
    modules = _modules({name for step in with_constructs for name in names_in(step)})
    return _TEST.format(
        imports="".join(f"{line}\n" for line in modules),
        stack=program.stack_type,
        workflow=program.workflow_type,
        module=f"{program.stack.name}-stack",
        in_an_environment=_body([stack_test.in_an_environment(program)], _INDENT),
        with_constructs=_body([with_constructs], STEP),
    )


def _module(program: Program) -> str:
    workflow, stack, props = program.workflow_type, program.stack_type, program.props.all
    members = "\n\n".join("\n".join(_member(prop)) for prop in props)
    interface = _INTERFACE.format(workflow=workflow, members=members)
    stack_interface = _STACK_INTERFACE.format(workflow=workflow, stack=stack)
    default = "" if program.needs_props else " = {}"
    construct = _body(program.construct, _INDENT)
    return _MODULE.format(
        path=_PATH if "path.join(" in construct else "",
        definition=f"{program.inputs.imported}\n" if program.inputs else "",
        imports="\n".join(_imports(program.names())),
        interface=interface if props else "",
        introduction="\n".join(_document(introduction(program.stack.workflow).splitlines(), "")),
        workflow=workflow,
        alias=_ALIAS if program.stack.deployment.alias else "",
        props=f", props: {workflow}Props{default}" if props else "",
        construct=construct,
        stack_interface=stack_interface if props else "",
        stack=stack,
        stack_props=f"{stack}Props" if props else "StackProps",
        around=_body(program.around, _INDENT),
    )


def _member(prop: Prop) -> Iterator[str]:
    lines = [f"{prop.description}."]
    if prop.default is not None:
        value = literal(prop.default)
        default = (
            f"- the {prop.kind.noun} {value}" if prop.kind else prop.default if prop.is_number else value
        )
        lines += ["", f"@default {default}"]
    yield from _document(lines, STEP)
    yield f"{STEP}readonly {prop.name}{'' if prop.is_required else '?'}: {prop.type};"


def _document(lines: Iterable[str], indent: str) -> Iterator[str]:
    """The comment above a declaration, on one line if there is but one."""
    written = [line for text in lines for line in comment_lines(text or " ", f"{indent} *")]
    inert = [line.replace("*/", "*\\/") for line in written]
    if len(inert) == 1:
        yield f"{indent}/**{inert[0].removeprefix(f'{indent} *')} */"
        return
    yield from (f"{indent}/**", *inert, f"{indent} */")


def _body(paragraphs: list[list[Step]], indent: str) -> str:
    return body(paragraphs, indent, "//", statement)


def _imports(used: set[str]) -> Iterable[str]:
    core = [*(name for name in _CORE if name in used), "type StackProps"]
    names = Bracket("{", tuple((name,) for name in core), "}", padding=" ")
    yield lay_out(("import ", names, ' from "aws-cdk-lib";'), "", STEP, WIDTH)
    yield from _modules(used)


def _modules(used: set[str]) -> Iterator[str]:
    for name, module in _MODULES.items():
        if name in used:
            yield f'import * as {name} from "aws-cdk-lib/{module}";'
