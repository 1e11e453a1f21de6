"""The numbers of the messages that have been dealt with, so that each message is applied once."""

from __future__ import annotations

from contextlib import suppress

from designer.library.store import Unavailable
from designer.workspace.open_workflow import OpenWorkflow


class Acknowledgements:
    """The last message of each client of an open workflow that was applied or refused.

    The journal keeps the number of a message that changed the workflow, together with the change; the numbers
    of all others are kept here, for as long as the tab is open.
    """

    def __init__(self, opened: OpenWorkflow) -> None:
        self._opened = opened
        self._numbers: dict[str, int] = {}

    def last(self, client: str) -> int:
        """The number of the client's last message that was applied or refused; 0 before the first one.

        The journal is asked until a message of the client was dealt with here. A message that another session
        applies after that is refused when it is written (see `OpenWorkflow.write`). A journal that cannot be
        read knows of none; nor can a message be written then.
        """
        known = self._numbers.get(client)
        if known is not None:
            return known
        with suppress(Unavailable):
            return self._opened.journaled_number(client)
        return 0

    def add(self, client: str, number: int) -> None:
        """Count the client's messages up to `number` as dealt with."""
        self._numbers[client] = number
