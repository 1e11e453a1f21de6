"""The dialects of YAML: each file is read as the tool that takes it reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way to read YAML.

    `functions` are the functions of CloudFormation whose short forms are allowed, as `!Sub x` for
    `{"Fn::Sub": "x"}`: all of them, those that give a value, or none. With `old`, plain scalars are read by
    YAML 1.1 (`yes` is true, `010` is 8, `1:30` is 90), else by the core schema of YAML 1.2.
    """

    functions: Literal["all", "values", "none"] = "none"
    old: bool = False


PLAIN = Dialect(functions="values")
"""A definition in a file of its own; its values may come from a template."""

SERVERLESS = Dialect(functions="all")
"""`serverless.yml` and the files that it names, which js-yaml reads."""

CLOUDFORMATION = Dialect(functions="all", old=True)
"""A template: CloudFormation supports YAML 1.1, and so do SAM and cfn-lint.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
"""

DELIVERED = Dialect(old=True)
"""A definition that CloudFormation fetches from S3 (`DefinitionUri`, `DefinitionS3Location`).

Its handler reads YAML with Jackson, which resolves scalars by YAML 1.1.
"""
