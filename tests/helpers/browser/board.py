"""The canvas as a person uses it: what is seen on it, and gestures."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class Board:
    """The canvas of a page; gestures are made by mouse and keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.get_by_test_id("canvas")
        self.pane = page.locator(".react-flow__pane")

    def open(self, url: str) -> Board:
        self.page.goto(url)
        expect(self.pane).to_be_visible()
        return self

    def state(self, name: str) -> Locator:
        return self.page.locator(f'[data-state="{name}"]')

    def branch(self, parallel: str, index: int) -> Locator:
        uid = self.uid(parallel)
        return self.page.locator(f'[data-branch="{uid}/{index}"]')

    def uid(self, name: str) -> str:
        node = self.page.locator(".react-flow__node").filter(has=self.state(name)).last
        return node.get_attribute("data-id") or ""

    def states(self) -> set[str]:
        """The names of the states that are shown."""
        return set(self.page.locator("[data-state]").evaluate_all("all => all.map(e => e.dataset.state)"))

    def arrows(self) -> set[tuple[str, str, str]]:
        """The arrows that are shown, as (from, kind, to); a start arrow comes from "start"."""
        pairs = self.page.locator(".react-flow__node:has([data-state])").evaluate_all(
            "all => all.map(e => [e.dataset.id, e.querySelector('[data-state]').dataset.state])"
        )
        names = dict(pairs)
        found = self.page.locator("[data-arrow]").evaluate_all(
            "all => all.map(e => [e.dataset.from, e.dataset.arrow, e.dataset.to])"
        )
        return {
            ("start" if kind == "start" else names[source], kind, names[target])
            for source, kind, target in found
        }

    def selected(self) -> set[str]:
        """The names of the states that are selected."""
        chosen = self.page.locator(".react-flow__node.selected [data-state]")
        return set(chosen.evaluate_all("all => all.map(e => e.dataset.state)"))

    def focused(self) -> str:
        """The name of the state that has the focus; "" where none has it."""
        found = self.page.locator(".react-flow__node:focus [data-state]")
        return (found.first.get_attribute("data-state") or "") if found.count() else ""

    def node(self, name: str) -> Locator:
        """What has the focus, and is spoken of, where a state has it."""
        return self.page.locator(f'.react-flow__node[data-id="{self.uid(name)}"]')

    def parent(self, name: str) -> str:
        """The id of the container that holds the middle of a state, by where both are drawn; "" for none."""
        return str(
            self.state(name).evaluate(
                """state => {
                    const box = state.getBoundingClientRect();
                    const x = box.x + box.width / 2, y = box.y + box.height / 2;
                    const around = [...state.getRootNode().querySelectorAll('.container, .branch')];
                    const holding = around.filter(other => {
                        const r = other.getBoundingClientRect();
                        return other !== state && r.x < x && x < r.right && r.y < y && y < r.bottom;
                    });
                    return holding.at(-1)?.closest('.react-flow__node').dataset.id ?? '';
                }"""
            )
        )

    def settle(self) -> None:
        """Wait until Python has acknowledged everything."""
        expect(self.root).to_have_attribute("data-pending", "0")

    # Gestures

    def drag_new(self, template: str, target: Locator, at: tuple[float, float] | None = None) -> None:
        """Drag a palette entry onto something; `at` counts from its top left corner, else the middle."""
        entry = self.page.locator(f'[data-template="{template}"], [data-card="{template}"]')
        entry.scroll_into_view_if_needed()
        self._drag(entry, target, at)

    def click_new(self, template: str) -> None:
        self.page.locator(f'[data-template="{template}"], [data-card="{template}"]').click()

    def type_name(self, name: str) -> None:
        """Name the state that is being named."""
        field = self.page.locator(".name-field")
        field.fill(name)
        field.press("Enter")

    def select(self, name: str) -> None:
        self.state(name).click(position={"x": 8, "y": 8})

    def find(self, name: str) -> None:
        """Search a state, which selects it and brings it into sight."""
        self.page.locator('[data-tool="search"]').click()
        self.page.locator(".finder input").fill(name)
        self.page.locator(".finder input").press("Enter")

    def connect(self, source: str, kind: str, target: str) -> None:
        self.state(source).hover(position={"x": 8, "y": 8})
        handle = self.state(source).locator(f'[data-handle="{kind}"]')
        self._drag(handle, self.state(target), None)

    def connect_to(self, source: str, kind: str, target: Locator, at: tuple[float, float]) -> None:
        """Draw an arrow to a point that counts from the top left corner of `target`."""
        self.state(source).hover(position={"x": 8, "y": 8})
        self._drag(self.state(source).locator(f'[data-handle="{kind}"]'), target, at)

    def click_arrow(self, source: str, kind: str) -> None:
        x, y = self._on_arrow(source, kind, 0.5)
        self.page.mouse.click(x, y)

    def drag_end(self, source: str, kind: str, to: str) -> None:
        """Take the end of an arrow to another state."""
        x, y = self._on_arrow(source, kind, 0.9)
        target = _box(self.state(to))
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(target["x"] + 30, target["y"] + 20, steps=5)
        mouse.move(target["x"] + 40, target["y"] + 30, steps=2)
        mouse.up()

    def _on_arrow(self, source: str, kind: str, share: float) -> tuple[float, float]:
        """The point of the screen that lies so far along an arrow."""
        path = self.page.locator(f'[data-arrow="{kind}"][data-from="{self.uid(source)}"]')
        x, y = path.evaluate(
            """(path, share) => {
                const point = path.getPointAtLength(path.getTotalLength() * share);
                const { x, y } = point.matrixTransform(path.getScreenCTM());
                return [x, y];
            }""",
            share,
        )
        return x, y

    def move(self, name: str, right: float, down: float) -> None:
        self.hold(name, right, down)
        self.page.mouse.up()

    def hold(self, name: str, right: float, down: float) -> None:
        """Drag a state, and don't let go of it."""
        box = _box(self.state(name))
        x, y = box["x"] + 10, box["y"] + 10
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + 4, y)
        mouse.move(x + right, y + down, steps=6)

    def hold_over(self, name: str, target: Locator, at: tuple[float, float] | None = None) -> None:
        """Drag a state over something by its top left corner, and don't let go of it."""
        box, end = _box(self.state(name)), _box(target)
        x, y = at or (end["width"] / 2, end["height"] / 2)
        mouse = self.page.mouse
        mouse.move(box["x"] + 8, box["y"] + 8)
        mouse.down()
        mouse.move(box["x"] + 14, box["y"] + 8)
        mouse.move(end["x"] + x - 10, end["y"] + y - 10, steps=5)
        mouse.move(end["x"] + x, end["y"] + y, steps=2)

    def _drag(self, source: Locator, target: Locator, at: tuple[float, float] | None) -> None:
        start, end = _box(source), _box(target)
        x, y = at or (end["width"] / 2, end["height"] / 2)
        mouse = self.page.mouse
        mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
        mouse.down()
        mouse.move(end["x"] + x - 10, end["y"] + y - 10, steps=5)
        mouse.move(end["x"] + x, end["y"] + y, steps=2)
        mouse.up()


def _box(locator: Locator) -> dict[str, float]:
    locator.wait_for(state="attached")
    box = locator.bounding_box()
    assert box is not None, f"{locator} is not on the screen"
    return dict(box)
