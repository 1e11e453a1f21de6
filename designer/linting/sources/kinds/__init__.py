"""The kinds of templates that embed definitions, one module each.

A kind's module has `MARKS`, of which each template of the kind contains one, `DIALECT`, the dialect of YAML
in which its tool reads it, and `embedded(value)`: the definitions in a parsed template; none where it is of
another kind.
"""
