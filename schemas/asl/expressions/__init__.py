"""Parsers for the languages inside strings: JSONPath, intrinsic functions, JSONata and timestamps."""
