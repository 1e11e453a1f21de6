"""The small languages inside strings: paths, intrinsic functions, JSONata, timestamps."""

from __future__ import annotations

from jsonschema import FormatChecker

FORMATS = FormatChecker(formats=())
