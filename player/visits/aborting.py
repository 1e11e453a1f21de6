"""The end of states whose branch or iteration is cut off, because a neighbour has failed."""

from __future__ import annotations

from collections.abc import Iterator

from player.core.history import Event, Track
from player.visits.frame import Run

ABORTED = ("Task", "Wait", "Parallel", "Map")
"""The types of states that report it if they are cut off."""


def aborted(run: Run, parent: Track, *tracks: Track) -> Iterator[Event]:
    """Add the event of each state that was still running in these tracks, after the last one of `parent`."""
    for track in tracks:
        if track.running in ABORTED:
            yield run.history.aside(parent, f"{track.running}StateAborted")
