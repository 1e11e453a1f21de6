import { createRoot, type Root } from "react-dom/client";
import { onceAPicture } from "./base/afterPicture";
import { Canvas } from "./Canvas";
import { storedFolds, storeQueue, takeQueue } from "./client/storage";
import { CanvasStore } from "./client/store";
import type { Outbox, Response } from "./protocol/protocol.gen";
import styles from "./styles/index.css?inline";

/** The arguments with which Streamlit calls the component, at first and whenever its data changes. */
interface Component {
  data: Response;
  parentElement: ShadowRoot | HTMLElement;
  setStateValue: (name: "outbox", value: Outbox) => void;
}

const stores = new Map<string, CanvasStore>();
const roots = new WeakMap<Node, Root>();

/**
 * Show the canvas, or give the one that is shown Python's response. Returns the function that Streamlit calls
 * at the end.
 */
export default function mount({ data, parentElement, setStateValue }: Component): () => void {
  const store = storeOf(data.workflow);
  store.connect((outbox) => setStateValue("outbox", outbox));
  store.receive(data);
  const existing = roots.get(parentElement);
  const root = existing ?? createRoot(hostIn(parentElement));
  roots.set(parentElement, root);
  root.render(<Canvas store={store} />);
  if (!existing) store.resume();
  return () => unmount(parentElement, store);
}

function storeOf(workflow: string): CanvasStore {
  const store =
    stores.get(workflow) ?? new CanvasStore(takeQueue(workflow), storedFolds(workflow), onceAPicture());
  stores.set(workflow, store);
  return store;
}

function hostIn(parent: ShadowRoot | HTMLElement): HTMLElement {
  const sheet = document.createElement("style");
  sheet.textContent = styles;
  const host = document.createElement("div");
  host.className = "designer-root";
  parent.append(sheet, host);
  return host;
}

/**
 * Remove the canvas once it is off the page. Streamlit may call this for an older call while a newer one is
 * shown.
 */
function unmount(parent: ShadowRoot | HTMLElement, store: CanvasStore): void {
  if (parent.isConnected) return;
  roots.get(parent)?.unmount();
  roots.delete(parent);
  store.stop();
}

window.addEventListener("pagehide", () => {
  for (const [workflow, store] of stores) storeQueue(workflow, store.unsent);
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const workflow of stores.keys()) takeQueue(workflow);
});
