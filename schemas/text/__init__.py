"""Reading JSON and YAML text into a tree of spans, and writing values and edits back into it."""

from schemas.text.json_writer import write_json

__all__ = ["write_json"]
