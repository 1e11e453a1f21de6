"""The state of the parent that calls the child."""

from __future__ import annotations

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.extraction.child import INPUT, OUTPUT, VARIABLES
from designer.workspace.actions.shared.extraction.handed import PARENT_EXECUTION, Handed
from designer.workspace.actions.shared.extraction.part import Part
from designer.workspace.actions.shared.parameters import with_own_parameters
from schemas.asl.graph import Edge
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.paths import Json

RESOURCE = "arn:aws:states:::states:startExecution.sync:2"


def call_of(context: Context, part: Part, handed: Handed, name: str) -> dict[str, Json]:
    """The fields of the state `name` that starts the child, waits for it and goes on with its output."""
    result = "$states.result.Output"
    language: dict[str, Json] = {} if part.scope.language == "JSONata" else {"QueryLanguage": "JSONata"}
    fields: dict[str, Json] = {
        "Type": "Task",
        **language,
        "Resource": RESOURCE,
        "Arguments": {"StateMachineArn": "${StateMachineArn}", "Input": _input(handed)},
        "Output": f"{{% {result}.{OUTPUT} %}}" if handed.back else f"{{% {result} %}}",
    }
    if handed.back:
        fields["Assign"] = {variable: f"{{% {result}.{VARIABLES}.{variable} %}}" for variable in handed.back}
    if part.catching:
        fields["Catch"] = [_catcher(part.catching[0])]
    following = part.following
    fields |= {"Next": following.name} if following is not None else {"End": True}
    return with_own_parameters(context, name, fields)


def _input(handed: Handed) -> Json:
    if not handed.is_wrapped:
        return "{% $states.input %}"
    variables: dict[str, Json] = {name: f"{{% ${name} %}}" for name in handed.given}
    if handed.execution:
        variables[PARENT_EXECUTION] = "{% $states.context.Execution %}"
    return {INPUT: "{% $states.input %}", VARIABLES: variables}


def _catcher(edge: Edge) -> Json:
    """The catcher of every error of the child, which hands on what the part's own catcher did."""
    fields = edge.fields
    kept = {"Next": edge.name} | ({"Comment": fields["Comment"]} if "Comment" in fields else {})
    if isinstance(edge.source, State) and edge.source.language == "JSONata":
        kept = {name: value for name, value in fields.items() if name != "ErrorEquals"}
        return {"ErrorEquals": ["States.ALL"], **kept}
    if mapping(fields.get("Assign")):
        raise ActionRefused("extract-catch-assigns", state=str(edge.source.path[-1]))
    output = _output(fields.get("ResultPath", "$"))
    return {"ErrorEquals": ["States.ALL"], **({"Output": output} if output else {}), **kept}


def _output(result_path: Json) -> str:
    """The Output of a catcher in JSONata that hands on what this ResultPath does; "" for its error alone."""
    if result_path == "$":
        return ""
    if result_path is None:
        return "{% $states.input %}"
    member = str(result_path).removeprefix("$.")
    if not member.isidentifier():
        raise ActionRefused("extract-catch-path", path=str(result_path))
    return f"{{% $merge([$states.input, {{'{member}': $states.errorOutput}}]) %}}"
