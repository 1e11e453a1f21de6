"""The file with the class of the definition."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.comments import comment_lines, introduction
from exporters.format import CannotExport
from exporters.formats.cdk.code import Call, Name, Statement, Text, names
from exporters.formats.cdk.constructs.conditions import RULE
from exporters.formats.cdk.constructs.definition import Definition
from exporters.formats.cdk.constructs.inputs import Inputs
from exporters.formats.cdk.constructs.states import EXACT
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import Values
from exporters.formats.cdk.typescript import statement
from exporters.template_stack import TemplateStack
from schemas.core.coerce import mapping

_CORE = ("Duration", "JsonNull", "Stack", "Tokenization", "Fn")
_MODULES = {
    "dynamodb": "aws-dynamodb",
    "events": "aws-events",
    "iam": "aws-iam",
    "kms": "aws-kms",
    "lambda": "aws-lambda",
    "s3": "aws-s3",
    "sns": "aws-sns",
    "sqs": "aws-sqs",
    "sfn": "aws-stepfunctions",
    "tasks": "aws-stepfunctions-tasks",
}
_INDENT = " " * 4
_FILE = """{imports}
import {{ Construct }} from "constructs";

{props}{introduction}
export class {type} extends Construct {{
  readonly body: sfn.DefinitionBody;

  constructor({given}) {{
    super(scope, id);

{body}

{end}
  }}
}}
{helpers}"""
_HELPERS = {
    EXACT: """
/** A custom state with a name of any letters, and with the query language of its catchers. */
class ExactState extends sfn.CustomState {
  protected readonly stateName?: string;
  protected readonly queryLanguage?: sfn.QueryLanguage;

  constructor(
    scope: Construct,
    id: string,
    props: sfn.CustomStateProps & sfn.StateBaseProps,
  ) {
    super(scope, id, props);
    this.stateName = props.stateName;
    this.queryLanguage = props.queryLanguage;
  }
}
""",
    RULE: """
/** A condition that the CDK has no function for. */
class Rule extends sfn.Condition {
  constructor(private readonly rule: object) {
    super();
  }

  renderCondition() {
    return this.rule;
  }
}
""",
}


def definition_module(stack: TemplateStack, inputs: Inputs) -> str:
    """Return the text of the file. Raises `CannotExport` for what constructs cannot say."""
    definition = Definition(stack.definition.value, inputs)
    statements = [each for paragraph in definition.paragraphs for each in paragraph]
    used = {name for each in statements for name in names(each.value)}
    try:
        end = list(_end(stack, inputs, definition.start))
    except Unfit:
        raise CannotExport("state-not-constructs", (), {"state": stack.workflow.name}) from None
    types = {item.type.split(".")[0] for item in inputs}
    body = ["\n".join(map(_lines, paragraph)) for paragraph in definition.paragraphs]
    if "stack" in used:
        body.insert(0, f"{_INDENT}const stack = Stack.of(this);")
    return _FILE.format(
        imports="\n".join(_imports(used | {"Stack", "sfn"}, types, any("Duration." in line for line in end))),
        props=_props(stack, inputs),
        introduction="\n".join(comment_lines(introduction(stack.workflow), "//")),
        type=inputs.type,
        given=_parameters(f"{inputs.type}Props" if types else ""),
        body="\n\n".join(body),
        end="\n".join(end),
        helpers="".join(text for name, text in _HELPERS.items() if name in used),
    )


def _parameters(props: str) -> str:
    """The parameters of the constructor, with those of the properties where there are some."""
    given = ["scope: Construct", "id: string", *([f"props: {props}"] if props else [])]
    line = ", ".join(given)
    return line if len(line) < 60 else "".join(f"\n{_INDENT}{each}," for each in given) + "\n  "


def _end(stack: TemplateStack, inputs: Inputs, start: str) -> Iterator[str]:
    """The lines that make the definition of the states."""
    machine = mapping(stack.definition.value)
    values = Values(inputs, is_jsonata=machine.get("QueryLanguage") == "JSONata")
    graph = Call("sfn.StateGraph", (Name(start), Text(stack.name)), new=True)
    yield f"{_INDENT}// As a text it adds nothing to the role, which has all that the tasks need."
    yield _lines(Statement(graph, "graph"))
    if "TimeoutSeconds" in machine:
        timeout = values.duration(machine["TimeoutSeconds"])
        yield f"{_INDENT}graph.timeout = {statement(Statement(timeout), _INDENT)}"
    yield f"{_INDENT}const text = Stack.of(this).toJsonString({{"
    for field in ("Comment", "QueryLanguage", "Version"):
        if field in machine:
            yield f"{_INDENT}  {field}: {statement(Statement(values.raw(machine[field])), _INDENT)[:-1]},"
    language = "sfn.QueryLanguage.JSONATA" if values.is_jsonata else ""
    yield f"{_INDENT}  ...graph.toGraphJson({language}),"
    yield f"{_INDENT}}});"
    yield f"{_INDENT}this.body = sfn.DefinitionBody.fromString(text);"


def _props(stack: TemplateStack, inputs: Inputs) -> str:
    """The interface of the properties, if there are any."""
    members = [
        f"{line}\n"
        for item in inputs
        for line in (f"  /** {_comment(item.description)} */", f"  readonly {item.name}: {item.type};")
    ]
    return f"export interface {inputs.type}Props {{\n{''.join(members)}}}\n\n" if members else ""


def _comment(text: str) -> str:
    return "".join(comment_lines(text.replace("*/", "* /"), "")).strip()


def _lines(value: Statement) -> str:
    return "\n".join([*comment_lines(value.comment, f"{_INDENT}//"), _INDENT + statement(value, _INDENT)])


def _imports(used: set[str], types: set[str], has_timeout: bool) -> Iterator[str]:
    core = [name for name in _CORE if name in used or (name == "Duration" and has_timeout)]
    yield f'import {{ {", ".join(core)} }} from "aws-cdk-lib";'
    for name, module in _MODULES.items():
        if name in used:
            yield f'import * as {name} from "aws-cdk-lib/{module}";'
        elif name in types:
            yield f'import type * as {name} from "aws-cdk-lib/{module}";'
