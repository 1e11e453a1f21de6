"""Times statelint of PyPI."""

from timing import report


def load():
    """Its validator."""
    from statelint.linter import Linter

    return Linter.validate


report(load)
