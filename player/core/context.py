"""The context object of a state (`$$` and `$states.context`)."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.coerce import mapping
from schemas.core.paths import Json

ACCOUNT = "123456789012"
REGION = "ap-northeast-1"


@dataclass(frozen=True, slots=True)
class Identity:
    """The names of an execution: of its machine and of itself."""

    machine: str = "Workflow"
    name: str = "execution"

    @property
    def machine_arn(self) -> str:
        """The ARN of the state machine."""
        return f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:{self.machine}"

    @property
    def arn(self) -> str:
        """The ARN of the execution."""
        return f"arn:aws:states:{REGION}:{ACCOUNT}:execution:{self.machine}:{self.name}"

    def express_context(self, input: Json, started: str) -> dict[str, Json]:
        """The context object of an Express execution, which is never redriven."""
        found = self.context(input, started)
        execution = mapping(found["Execution"])
        del execution["RedriveCount"]
        execution["Id"] = f"arn:aws:states:{REGION}:{ACCOUNT}:express:{self.machine}:{self.name}"
        return found

    def context(self, input: Json, started: str) -> dict[str, Json]:
        """The parts of the context object that stay the same for the whole execution."""
        return {
            "Execution": {
                "Id": self.arn,
                "Input": input,
                "StartTime": started,
                "Name": self.name,
                "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/{self.machine}",
                "RedriveCount": 0,
            },
            "StateMachine": {"Id": self.machine_arn, "Name": self.machine},
        }
