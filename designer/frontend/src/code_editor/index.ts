import { DefinitionEditor } from "./definitionEditor";
import styles from "./editor.css?inline";
import type { Answer, Outbox } from "./protocol.gen";
import { type StoredClient, TextClient } from "./textClient";

/** The arguments with which Streamlit calls the component, at first and whenever its data changes. */
interface Component {
  data: Answer;
  parentElement: ShadowRoot | HTMLElement;
  setStateValue: (name: "outbox", value: Outbox) => void;
}

const editors = new Map<string, DefinitionEditor>();
const hosts = new WeakMap<Node, HTMLElement>();

/**
 * Show the editor, or give the one that is shown Python's answer. Returns the function that Streamlit calls
 * at the end.
 */
export default function mount({ data, parentElement, setStateValue }: Component): () => void {
  const editor = editorOf(data);
  editor.client.connect((outbox) => setStateValue("outbox", outbox));
  editor.receive(data);
  if (!hosts.has(parentElement)) {
    hosts.set(parentElement, hostIn(parentElement));
    editor.client.resume();
  }
  editor.attach(
    hosts.get(parentElement) as HTMLElement,
    parentElement.getRootNode() as ShadowRoot | Document,
  );
  return () => {
    if (!parentElement.isConnected) editor.stop();
  };
}

function editorOf({ workflow, format }: Answer): DefinitionEditor {
  const name = `${workflow}/${format}`;
  const editor = editors.get(name) ?? new DefinitionEditor(new TextClient(stored(name)), format);
  editors.set(name, editor);
  return editor;
}

/** The editor's element. Key presses stay in it, as Streamlit has single letters as shortcuts. */
function hostIn(parent: ShadowRoot | HTMLElement): HTMLElement {
  const sheet = document.createElement("style");
  sheet.textContent = styles;
  const host = document.createElement("div");
  host.className = "editor-root";
  host.dataset.testid = "editor";
  host.addEventListener("keydown", (event) => event.stopPropagation());
  parent.append(sheet, host);
  return host;
}

/**
 * Takes the typed changes of before a reload out of sessionStorage, where they are between two lives of the
 * page only.
 */
function stored(name: string): StoredClient | null {
  const key = storageKey(name);
  const found = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return found ? JSON.parse(found) : null;
}

function storageKey(name: string): string {
  return `designer.editor/${name}`;
}

window.addEventListener("pagehide", () => {
  for (const [name, { client }] of editors)
    if (client.stored) sessionStorage.setItem(storageKey(name), JSON.stringify(client.stored));
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const name of editors.keys()) stored(name);
});
