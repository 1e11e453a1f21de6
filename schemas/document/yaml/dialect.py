"""The dialects of YAML: each file is read as the tool that takes it reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way to read YAML.

    With `functions`, the short forms of CloudFormation functions are allowed: `!Sub x` is `{"Fn::Sub": "x"}`.
    With `old`, plain scalars are read by YAML 1.1 (`yes` is true, `010` is 8, `1:30` is 90), else by the core
    schema of YAML 1.2.
    """

    functions: bool = False
    old: bool = False


PLAIN = Dialect()
"""A definition in a file of its own."""

SERVERLESS = Dialect(functions=True)
"""`serverless.yml` and the files that it names, which js-yaml reads."""

CLOUDFORMATION = Dialect(functions=True, old=True)
"""A template: CloudFormation supports YAML 1.1, and so do SAM and cfn-lint.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
"""

DELIVERED = Dialect(old=True)
"""A definition that CloudFormation fetches from S3 (`DefinitionUri`, `DefinitionS3Location`).

Its handler reads YAML with Jackson, which resolves scalars by YAML 1.1.
"""
