"""`make bench`: takes the measures whose names begin as named, or all, and writes the page."""

from __future__ import annotations

import sys

from bench import measures, report
from bench.missing import Missing

from schemas.core.registry import modules


def main(named: tuple[str, ...]) -> None:
    """Measure; a measure is a module with `measure() -> Section`, which raises `Missing` if it cannot."""
    known = {module.__name__.rpartition(".")[2]: module for module in modules(measures)}
    for name in known:
        if not name.startswith(named or ("",)):
            continue
        try:
            section = known[name].measure()
        except Missing as missing:
            print(f"{name} is left out: {missing}.", file=sys.stderr)
            continue
        print(section)
        report.write({name: section})


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
