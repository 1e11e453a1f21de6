"""From the beginning of a page's load to the last state and arrow drawn."""

from __future__ import annotations

from functools import partial
from statistics import median

from bench.browser.visiting import OURS, PEER, SIZES, Visit, Visits, versions, visits
from bench.report import Section

RUNS = 3
BUDGET = 3_000
"""Milliseconds for a flow of 30 states."""
LAID_OUT = f"{PEER}, its own layout"

BEFORE = """From the beginning of the page's load to the painting of the last state and arrow: the median of
3 pages, in milliseconds. The browser has nothing in its cache; the server has shown another flow before. We
lay out, validate and draw the whole screen; the other is a page with the component and a button. It is given
the places of the states, or lays them out itself (its `LayeredLayout`)."""


def measure() -> Section:
    """Both on every size."""
    with visits() as visited:
        figures = {name: [_median(visit, size) for size in SIZES] for name, visit in _sides(visited).items()}
        rows = [[name, *(f"{time:,.0f}" for time in times)] for name, times in figures.items()]
        after = f"{_kept(figures[OURS][0])} {_slower(figures)}\n\n{versions(visited)}"
    return Section("Browser: first view", BEFORE, ["states", *map(str, SIZES)], rows, after)


def _sides(visited: Visits) -> dict[str, Visit]:
    return {
        OURS: visited.ours,
        f"{PEER}, places given": visited.theirs,
        LAID_OUT: partial(visited.theirs, layout="&layout=layered"),
    }


def _median(visit: Visit, size: int) -> float:
    times = []
    for seed in range(RUNS):
        with visit(size, seed) as (_, time):
            times.append(time)
    return median(times)


def _kept(time: float) -> str:
    verdict = "holds" if time < BUDGET else "does not hold"
    return f"Our budget, {BUDGET:,} ms for a flow of 30 states, {verdict}."


def _slower(figures: dict[str, list[float]]) -> str:
    told = [
        f"than {name} by {ours - theirs:,.0f} ms at {size}"
        for name, times in figures.items()
        for size, ours, theirs in zip(SIZES, figures[OURS], times, strict=True)
        if theirs < ours
    ]
    return f"We are slower {', '.join(told)}." if told else "Nowhere slower than the other."
