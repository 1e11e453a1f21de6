import { Grid } from "./grid";
import type { SheetAnswer, SheetOutbox } from "./protocol.gen";
import styles from "./sheet.css?inline";
import { SheetClient } from "./sheetClient";

/** The arguments with which Streamlit calls the component, at first and whenever its data changes. */
interface Component {
  data: SheetAnswer;
  parentElement: ShadowRoot | HTMLElement;
  setStateValue: (name: "outbox", value: SheetOutbox) => void;
}

const grids = new Map<string, Grid>();
const hosts = new WeakSet<Node>();

/** Show the sheets, or give those that are shown Python's answer. Returns the function that Streamlit calls at the end. */
export default function mount({ data, parentElement, setStateValue }: Component): () => void {
  const grid = grids.get(data.workflow) ?? new Grid(new SheetClient(stored(data.workflow)));
  grids.set(data.workflow, grid);
  grid.client.connect((outbox) => setStateValue("outbox", outbox));
  if (!hosts.has(parentElement)) {
    hosts.add(parentElement);
    hostIn(parentElement).append(grid.element);
    grid.client.resume();
  }
  grid.receive(data);
  return () => {
    if (!parentElement.isConnected) grid.client.stop();
  };
}

/** The element of the sheets. Key presses stay in it, as Streamlit has single letters as shortcuts. */
function hostIn(parent: ShadowRoot | HTMLElement): HTMLElement {
  const sheet = document.createElement("style");
  sheet.textContent = styles;
  const host = document.createElement("div");
  host.className = "sheet-root";
  host.dataset.testid = "sheets";
  host.addEventListener("keydown", (event) => event.stopPropagation());
  parent.append(sheet, host);
  return host;
}

/** Takes the edits of before a reload out of sessionStorage. */
function stored(workflow: string) {
  const key = storageKey(workflow);
  const found = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return found ? JSON.parse(found) : null;
}

function storageKey(workflow: string): string {
  return `designer.sheet/${workflow}`;
}

window.addEventListener("pagehide", () => {
  for (const [workflow, { client }] of grids)
    if (client.stored) sessionStorage.setItem(storageKey(workflow), JSON.stringify(client.stored));
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const workflow of grids.keys()) stored(workflow);
});
