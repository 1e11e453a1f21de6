/** The sizes of the panels around the flow, and which of them are folded; each tab remembers its own. */

import { Cell } from "../base/cell";

export type Panel = "palette" | "inspector" | "drawer";

export interface PanelSize {
  /** Pixels of width, of the drawer of height. */
  size: number;
  isFolded: boolean;
}

export type Panels = Record<Panel, PanelSize>;

export const LIMITS: Record<Panel, { least: number; most: number; usual: number }> = {
  palette: { least: 140, most: 420, usual: 208 },
  inspector: { least: 260, most: 720, usual: 380 },
  drawer: { least: 120, most: 600, usual: Math.round(window.innerHeight * 0.34) },
};

const KEY = "designer:panels";

/** The panels of this tab; a change is applied to the page and stored at once. */
export function panels(): Cell<Panels> {
  const cell = new Cell<Panels>(stored());
  apply(cell.get());
  cell.subscribe(() => {
    apply(cell.get());
    sessionStorage.setItem(KEY, JSON.stringify(cell.get()));
  });
  return cell;
}

/** The panels with another size of one of them, within its limits. */
export function resized(all: Panels, panel: Panel, size: number): Panels {
  const { least, most } = LIMITS[panel];
  return { ...all, [panel]: { size: Math.round(Math.min(most, Math.max(least, size))), isFolded: false } };
}

/** The panels with one of them folded, or unfolded. */
export function folded(all: Panels, panel: Panel): Panels {
  return { ...all, [panel]: { ...all[panel], isFolded: !all[panel].isFolded } };
}

/** Streamlit's panels read their sizes from the page, since they are no part of the component. */
function apply(all: Panels): void {
  for (const panel of ["inspector", "drawer"] as const) {
    const { size, isFolded } = all[panel];
    const property = `--designer-${panel}`;
    const { style } = document.documentElement;
    if (isFolded) style.setProperty(property, "0px");
    else if (size === LIMITS[panel].usual) style.removeProperty(property);
    else style.setProperty(property, `${size}px`);
    document.documentElement.dataset[`${panel}Folded`] = String(isFolded);
  }
}

function stored(): Panels {
  const usual: Panels = {
    palette: { size: LIMITS.palette.usual, isFolded: false },
    inspector: { size: LIMITS.inspector.usual, isFolded: false },
    drawer: { size: LIMITS.drawer.usual, isFolded: false },
  };
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Record<Panel, unknown>>;
    return { ...usual, ...Object.fromEntries(Object.entries(found).filter(isPanelSize)) };
  } catch {
    return usual;
  }
}

function isPanelSize([panel, value]: [string, unknown]): boolean {
  const { size, isFolded } = (value ?? {}) as Partial<PanelSize>;
  return panel in LIMITS && typeof size === "number" && typeof isFolded === "boolean";
}
