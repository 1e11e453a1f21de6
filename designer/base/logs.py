"""Log entries without the messages of exceptions, which may quote a definition."""

from __future__ import annotations

import logging
import traceback
from typing import Any


def outline(error: BaseException) -> str:
    """Return the kinds of an exception and of its causes, each with the places that it passed through."""
    lines: list[str] = []
    seen: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in seen:
        seen.append(cause)
        lines.append(type(cause).__qualname__)
        places = traceback.extract_tb(cause.__traceback__)
        lines += (f"  {place.filename}:{place.lineno} {place.name}" for place in places)
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def leave_out_messages() -> None:
    """Log every exception of this process, whoever reports it, by its outline alone."""
    if logging.getLogRecordFactory() is not _outlined:
        logging.setLogRecordFactory(_outlined)


def _outlined(*args: Any, **kwargs: Any) -> logging.LogRecord:  # noqa: ANN401 - as the factory that it replaces
    record = logging.LogRecord(*args, **kwargs)
    if isinstance(record.args, tuple):
        record.args = tuple(_named(value) for value in record.args)
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        record.msg, record.args = f"{record.getMessage()}\n{outline(error)}", ()
        record.exc_info = None
    return record


def _named(value: object) -> object:
    return type(value).__qualname__ if isinstance(value, BaseException) else value
