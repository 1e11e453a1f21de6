"""Reading JSON and YAML text into a tree of spans, and writing values and edits back into it."""

from schemas.text.json_writer import write_json
from schemas.text.yaml_printer import write_yaml

__all__ = ["write_json", "write_yaml"]
