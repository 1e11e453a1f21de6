"""One server process, which all tabs share: its library, the tabs that are open, and its preparation."""

from __future__ import annotations

import gc
from functools import cache
from threading import Thread
from weakref import WeakValueDictionary

from designer.library.store import Library, connect, database_url
from designer.screen.session import Session
from designer.workspace.presence import Presence
from exporters.scene import warm_up

_connect = cache(connect)


@cache
def warm() -> None:
    """Prepare the process, once.

    What is imported is taken out of the garbage collection, for which all sessions wait. The layout engine,
    which the first picture needs, is loaded in a thread of its own.
    """
    gc.freeze()
    Thread(target=warm_up, daemon=True).start()


def library() -> Library:
    """The library of this server."""
    return Library(_connect(database_url()))


@cache
def presence() -> Presence:
    """The tabs of this server."""
    return Presence()


@cache
def sessions() -> WeakValueDictionary[str, Session]:
    """The open sessions of this server, by the secrets of their visits."""
    return WeakValueDictionary()
