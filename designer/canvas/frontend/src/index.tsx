import { createRoot, type Root } from "react-dom/client";
import { Canvas } from "./Canvas";
import { keepLetters, keptLetters } from "./client/storage";
import { CanvasStore } from "./client/store";
import type { Delivery, Outbox } from "./protocol.gen";
import styles from "./styles/index.css?inline";

/** What Streamlit calls the component with, at first and whenever its data changes. */
interface Component {
  data: Delivery;
  parentElement: ShadowRoot | HTMLElement;
  setStateValue: (name: "outbox", value: Outbox) => void;
}

const stores = new Map<string, CanvasStore>();
const roots = new WeakMap<Node, Root>();

/** Show the canvas, or hand the one that is shown Python's answer. Returns what Streamlit calls at the end. */
export default function mount({ data, parentElement, setStateValue }: Component): () => void {
  const send = (outbox: Outbox) => setStateValue("outbox", outbox);
  const store = storeOf(data.workflow, send);
  store.receive(data);
  rootIn(parentElement).render(<Canvas store={store} />);
  return () => unmount(parentElement);
}

function storeOf(workflow: string, send: (outbox: Outbox) => void): CanvasStore {
  const known = stores.get(workflow);
  if (known) {
    known.connect(send);
    return known;
  }
  const store = new CanvasStore(keptLetters(workflow), send);
  stores.set(workflow, store);
  store.resume();
  return store;
}

function rootIn(parent: ShadowRoot | HTMLElement): Root {
  const known = roots.get(parent);
  if (known) return known;
  const sheet = document.createElement("style");
  sheet.textContent = styles;
  const host = document.createElement("div");
  host.className = "designer-root";
  parent.append(sheet, host);
  const root = createRoot(host);
  roots.set(parent, root);
  return root;
}

/** Streamlit may clean up after an older call while a newer one is shown: what is on the page stays. */
function unmount(parent: ShadowRoot | HTMLElement): void {
  if (parent.isConnected) return;
  roots.get(parent)?.unmount();
  roots.delete(parent);
}

window.addEventListener("pagehide", () => {
  for (const [workflow, store] of stores) keepLetters(workflow, store.unsent);
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const workflow of stores.keys()) keptLetters(workflow);
});
