"""What a gesture on a page takes, measured inside the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from statistics import median

from bench.browser.visiting import SIZES, Visit
from board import Board
from playwright.sync_api import Locator, Page

Case = tuple[str, int]

MORE_STATES = "(before => () => bench.states() > before)(bench.states())"
FEWER_STATES = "(before => () => bench.states() < before)(bench.states())"
MORE_ARROWS = "(before => () => bench.arrows() > before)(bench.arrows())"


Acts = Mapping[str, Callable[[Page], Iterable[float]]]


def sampled(visit: Visit, acts: Acts) -> dict[Case, list[float]]:
    """The times that each of `acts` yields at each size, one after the other in a page for that size."""
    found: dict[Case, list[float]] = {}
    for size in SIZES:
        with visit(size, 1) as (page, _):
            page.wait_for_function("() => bench.isStill()")
            found |= {(what, size): list(act(page)) for what, act in acts.items()}
    return found


def timed(page: Page, event: str, sight: str, act: Callable[[], object]) -> float:
    """The milliseconds from the next event of that type to the painting of what the gesture `act` changes.

    `sight` is a function of the page that tells whether it is seen.
    """
    page.evaluate(f"() => {{ bench.measured = bench.after({json.dumps(event)}, {sight}); }}")
    act()
    return float(page.evaluate("() => bench.measured"))


def pointed_at(target: Locator) -> Callable[[], None]:
    """Take the pointer to a target; what is given back clicks there, and does nothing else in the page."""
    box, mouse = target.bounding_box(), target.page.mouse
    assert box is not None, f"{target} is not on the screen"
    mouse.move(box["x"] + 8, box["y"] + 8)

    def click() -> None:
        mouse.down()
        mouse.up()

    return click


@contextmanager
def frames(page: Page) -> Iterator[list[float]]:
    """How long each frame took, in milliseconds; known at the end."""
    found: list[float] = []
    page.evaluate("() => { bench.stop = bench.watch(); }")
    yield found
    found.extend(page.evaluate("() => bench.stop()"))


def take_back(board: Board) -> None:
    """Undo, and wait until all is kept."""
    board.settle()
    board.page.locator('[data-tool="undo"]').click()
    board.settle()


def selected(id: str) -> str:
    """That a state is shown as selected."""
    return f"() => bench.selected({json.dumps(id)})"


def moved(id: str) -> str:
    """That a state is shown elsewhere than it is now."""
    place = f"bench.place({json.dumps(id)})"
    return f"(before => () => {place} !== before)({place})"


def acknowledged(sight: str) -> str:
    """That something is seen, and Python has acknowledged everything."""
    return f"(seen => () => seen() && bench.isAcknowledged())({sight})"


def middle_and_worst(times: list[float]) -> str:
    """The median and the longest."""
    return f"{median(times):,.0f} / {max(times):,.0f}"


def verdict(
    budgets: Mapping[Case, float],
    found: Mapping[Case, list[float]],
    figure: Callable[[list[float]], float],
) -> str:
    """Which budgets hold, and which not, by how much: for the figure of all times of a case."""
    broken = [
        f"{what} at {size} takes {figure(found[what, size]):,.0f} of {budget:,.0f} ms"
        for (what, size), budget in budgets.items()
        if figure(found[what, size]) >= budget
    ]
    kept = f"Of our {len(budgets)} budgets, {len(budgets) - len(broken)} hold."
    return f"{kept} Not these: {'; '.join(broken)}." if broken else kept
