"""The two views of a workflow: one in business words, one in the terms of engineers."""

from typing import Literal

ViewMode = Literal["business", "engineering"]
VIEW_MODES: tuple[ViewMode, ...] = ("business", "engineering")
