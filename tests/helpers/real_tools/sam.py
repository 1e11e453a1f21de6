"""The real translator of SAM, on a template after its definition has been uploaded."""

from __future__ import annotations

import os
from collections.abc import Mapping

import yaml
from deployed import Deployed

from exporters.format import Artifact

UPLOADED = {"Bucket": "uploads", "Key": "definition.asl.json"}
LOCAL = ("DefinitionUri", "DefinitionS3Location")
OF_SAM = {"Key": "stateMachine:createdBy", "Value": "SAM"}


class NoManagedPolicies:
    """The managed policies of IAM that a template names; an export names none."""

    def load(self) -> Mapping[str, str]:
        return {}


def translated(artifacts: list[Artifact]) -> Deployed:
    """The template that SAM makes of an export, and the definition that it uploads."""
    from samtranslator.translator.transform import transform

    files = {artifact.path: artifact.data.decode() for artifact in artifacts}
    template = yaml.load(files["template.yaml"], yaml.CSafeLoader)
    properties = template["Resources"]["StateMachine"]["Properties"]
    (field,) = (name for name in LOCAL if name in properties)
    source = files[properties[field]]
    properties[field] = dict(UPLOADED)
    os.environ.setdefault("AWS_DEFAULT_REGION", "ap-northeast-1")
    made = transform(template, {}, NoManagedPolicies())
    tags = made["Resources"]["StateMachine"]["Properties"].get("Tags", [])
    assert (OF_SAM in tags) == (field == "DefinitionUri")
    tags[:] = [tag for tag in tags if tag != OF_SAM]
    return Deployed(made, source)
