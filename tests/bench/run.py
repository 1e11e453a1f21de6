"""`make bench`: takes the measures of `bench.measures`, or those that are named, and writes the page."""

from __future__ import annotations

import sys

from bench import measures, report

from schemas.registry import modules


def main(named: list[str]) -> None:
    """Measure; a measure is a module with `measure() -> Section`."""
    known = {module.__name__.rpartition(".")[2]: module for module in modules(measures)}
    for name in named or known:
        section = known[name].measure()
        print(section)
        report.write({name: section})


if __name__ == "__main__":
    main(sys.argv[1:])
