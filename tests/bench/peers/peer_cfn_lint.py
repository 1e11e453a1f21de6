"""Times cfn-lint, of which rule E3601 knows the language, on a template with the definition in it."""

import json

from timing import report


def load():
    """Its validator."""
    from cfnlint.api import lint
    from cfnlint.config import ManualArgs

    def validate(text: str) -> list:
        properties = {"RoleArn": "arn:aws:iam::123456789012:role/r", "DefinitionString": text}
        machine = {"Type": "AWS::StepFunctions::StateMachine", "Properties": properties}
        chosen = ManualArgs(ignore_checks=["W", "I"])
        return lint(json.dumps({"Resources": {"Machine": machine}}), None, ["us-east-1"], chosen)

    return validate


report(load)
