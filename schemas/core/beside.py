"""Files that lie beside the modules that read them; `importlib.resources` takes longer to load than these."""

from __future__ import annotations

from pathlib import Path


def text_beside(module: str, name: str) -> str:
    """The text of the file `name` (it may be in a folder) beside the module whose `__file__` is `module`."""
    return (Path(module).parent / name).read_text(encoding="utf-8")
