"""The kinds of templates that hold definitions, one module each.

A kind's module has `MARKS`, of which each template of the kind contains one unless its name matches `NAMES`;
`DIALECT`, the dialect of YAML in which its tool reads it; `is_of_kind(template)`; and
`sources(file, template)`, the definitions in a template of the kind with notices of what is not followed.
"""
