import type { Grid } from "./grid";

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const PAGE = 8;
const ALL = 100_000;

/** The keys of the table, as in a spreadsheet. While a word is composed, all keys belong to the input method. */
export class Keys {
  constructor(private grid: Grid) {}

  listen(): void {
    this.grid.field.element.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing || event.keyCode === 229) return;
      const isDone = this.grid.field.mode === "ready" ? this.ready(event) : this.writing(event);
      if (isDone) event.preventDefault();
    });
  }

  /** A key while the cell is only selected. Returns true where it was one of the table's. */
  private ready(event: KeyboardEvent): boolean {
    const { grid } = this;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && this.command(event)) return true;
    const step = STEPS[event.key];
    if (step) return this.walk(event, step, isCommand);
    switch (event.key) {
      case "Enter":
        if (event.shiftKey) grid.goDown(-1);
        else grid.enter();
        return true;
      case "F2":
        grid.enter();
        return true;
      case "Tab":
        return grid.goAcross(event.shiftKey ? -1 : 1);
      case "Escape":
        grid.leave();
        return true;
      case "Delete":
      case "Backspace":
        grid.clear();
        return true;
      case "Home":
      case "End":
        this.jump(event, isCommand);
        return true;
      case "PageUp":
      case "PageDown":
        grid.move(this.from(event, event.key === "PageUp" ? -PAGE : PAGE, 0), event.shiftKey);
        return true;
      default:
        return false;
    }
  }

  /** A key while a text is in the field. Returns true where it was one of the table's. */
  private writing(event: KeyboardEvent): boolean {
    const { grid } = this;
    const { field } = grid;
    const step = STEPS[event.key];
    if (step?.[0] && !event.shiftKey && field.step(step[0] > 0 ? 1 : -1)) return true;
    if (step && field.mode === "typing") {
      grid.commit();
      return this.walk(event, step, false);
    }
    switch (event.key) {
      case "Enter":
        return this.enter(event);
      case "Tab":
        grid.commit();
        return grid.goAcross(event.shiftKey ? -1 : 1);
      case "Escape":
        field.close();
        return true;
      default:
        return false;
    }
  }

  /** Enter writes the text and goes on; with Alt or Ctrl it begins a new line. */
  private enter(event: KeyboardEvent): boolean {
    const { field } = this.grid;
    if (event.altKey || event.ctrlKey) {
      field.element.setRangeText("\n", field.element.selectionStart, field.element.selectionEnd, "end");
      field.element.dispatchEvent(new Event("input"));
      return true;
    }
    if (field.takeName()) return true;
    this.grid.commit();
    this.grid.goDown(event.shiftKey ? -1 : 1);
    return true;
  }

  private command(event: KeyboardEvent): boolean {
    const { grid } = this;
    switch (event.key.toLowerCase()) {
      case "z":
        grid.reverse(event.shiftKey ? "redo" : "undo");
        return true;
      case "y":
        grid.reverse("redo");
        return true;
      case "d":
        grid.fillDown();
        return true;
      case "a":
        grid.move({ row: 0, column: 0 });
        grid.move({ row: ALL, column: ALL }, true);
        return true;
      case "delete":
      case "backspace":
        grid.removeRows();
        return true;
      default:
        return false;
    }
  }

  private walk(event: KeyboardEvent, [down, right]: [number, number], isFar: boolean): boolean {
    const far = isFar ? ALL : 1;
    this.grid.move(this.from(event, down * far, right * far), event.shiftKey);
    return true;
  }

  private jump(event: KeyboardEvent, isFar: boolean): void {
    const to = event.key === "Home" ? -ALL : ALL;
    this.grid.move(this.from(event, isFar ? to : 0, to), event.shiftKey);
  }

  /** The place so far from the active cell, or, with Shift, from the other end of the selection. */
  private from(event: KeyboardEvent, down: number, right: number) {
    const { active, other } = this.grid.open.selection;
    const { row, column } = event.shiftKey ? other : active;
    return { row: row + down, column: column + right };
  }
}
