"""The two ways to look at a workflow: as the people of the business do, or as its engineers do."""

from typing import Literal

ViewMode = Literal["business", "engineering"]
VIEW_MODES: tuple[ViewMode, ...] = ("business", "engineering")
