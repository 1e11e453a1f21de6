"""Functions and tables of a service that a workflow's placeholders then refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from exporters.format import Artifact
from exporters.formats.serverless.stubs.handler import handler
from exporters.formats.serverless.stubs.uses import Keys, Uses, uses_of
from exporters.names import logical_id, placeholder_id
from exporters.stack_definition import stack_definition
from exporters.substitutions import Substitutions
from schemas.core.paths import Json
from schemas.sidecar.deployment import Parameter, Resource
from schemas.sidecar.workflow import Workflow

FOLDER = "functions"
_RUNTIME = "nodejs22.x"


@dataclass(frozen=True, slots=True)
class Stubs:
    """The stubs of a workflow by placeholder: the key of each function, the id of each table."""

    workflow: Workflow | None = None
    uses: Uses = field(default_factory=Uses)
    functions: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, workflow: Workflow) -> Stubs:
        """Return the stubs that the settings of `workflow` ask for."""
        if not workflow.design.deployment.stubs:
            return cls()
        uses = uses_of(stack_definition(workflow.document).value)
        given = workflow.design.deployment.substitutions
        functions = {name: _key(name) for name in uses.functions if _is_free(given.get(name))}
        tables = {name: placeholder_id(name) for name in uses.tables if _is_free(given.get(name))}
        return cls(workflow, uses, functions, tables)

    @property
    def ids(self) -> frozenset[str]:
        """The logical ids of the functions, which Serverless gives them, and of the tables."""
        return frozenset((*map(_function_id, self.functions.values()), *self.tables.values()))

    def put_in(self, found: Substitutions) -> Substitutions:
        """`found` with references to the stubs in the place of parameters."""
        targets = dict(found.targets)
        targets |= {name: Resource(_function_id(key), "Arn") for name, key in self.functions.items()}
        targets |= {name: Resource(id) for name, id in self.tables.items()}
        used = {target.name for target in targets.values() if isinstance(target, Parameter)}
        parameters = tuple(each for each in found.parameters if each.name in used)
        return replace(found, targets=targets, parameters=parameters)

    def sections(self) -> Iterator[dict[str, Json]]:
        """The sections of `serverless.yml` on the functions; the package has their folder alone."""
        if not self.functions:
            return
        yield {"package": {"patterns": ["!**", f"{FOLDER}/**"]}}
        keys = self.functions.values()
        yield {
            "functions": {key: {"handler": f"{FOLDER}/{key}.handler", "runtime": _RUNTIME} for key in keys}
        }

    def resources(self) -> dict[str, Json]:
        """The tables: billed by use, kept when the stack is deleted, restorable to any second of 35 days."""
        return {id: _table(self.uses.tables[name]) for name, id in self.tables.items()}

    def files(self) -> Iterator[Artifact]:
        """A file for each function, which a person goes on with; a name and an ARN may stand for one."""
        placeholders: dict[str, list[str]] = {}
        for name, key in self.functions.items():
            placeholders.setdefault(key, []).append(name)
        for key, names in placeholders.items():
            if self.workflow is not None:
                callers = [state for name in names for state in self.uses.functions[name]]
                text = handler(", ".join(names), callers, self.workflow)
                yield Artifact(f"{FOLDER}/{key}.mjs", "text/javascript", text.encode(), is_beginning=True)


def _is_free(target: object) -> bool:
    return target is None or isinstance(target, Parameter)


def _key(placeholder: str) -> str:
    """The key of a function: `checkStockFunction` for `CheckStockFunctionArn`."""
    words = placeholder_id(placeholder.removesuffix("Arn") or placeholder)
    return f"{words[0].lower()}{words[1:]}"


def _function_id(key: str) -> str:
    """The logical id that Serverless gives a function."""
    return f"{logical_id(key)}LambdaFunction"


def _table(keys: Keys) -> Json:
    attributes: Json = [{"AttributeName": name, "AttributeType": type} for name, type in keys]
    schema: Json = [
        {"AttributeName": name, "KeyType": kind}
        for (name, _), kind in zip(keys, ("HASH", "RANGE"), strict=False)
    ]
    properties: Json = {
        "AttributeDefinitions": attributes,
        "KeySchema": schema,
        "BillingMode": "PAY_PER_REQUEST",
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
    }
    kept: dict[str, Json] = {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"}
    return {"Type": "AWS::DynamoDB::Table", **kept, "Properties": properties}
