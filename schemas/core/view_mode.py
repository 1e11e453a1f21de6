"""The two ways to look at a workflow: as the people of the business do, or as its engineers do."""

from typing import Literal

Look = Literal["business", "engineering"]
LOOKS: tuple[Look, ...] = ("business", "engineering")
