import styles from "./clipboard.css?inline";
import type { CopyButton } from "./protocol.gen";

/** The arguments with which Streamlit calls the component, at first and whenever its data changes. */
interface Component {
  data: CopyButton;
  parentElement: ShadowRoot | HTMLElement;
}

const buttons = new WeakMap<Node, HTMLButtonElement>();

/** Show the button, or give the one that is shown another picture. */
export default function mount({ data, parentElement }: Component): void {
  const button = buttons.get(parentElement) ?? buttonIn(parentElement);
  buttons.set(parentElement, button);
  button.textContent = data.copy_words;
  button.onclick = async () => {
    const isDone = await copied(data.picture);
    button.textContent = isDone ? data.done_words : data.failed_words;
  };
}

function buttonIn(parent: ShadowRoot | HTMLElement): HTMLButtonElement {
  const sheet = document.createElement("style");
  sheet.textContent = styles;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.setAttribute("aria-live", "polite");
  parent.append(sheet, button);
  return button;
}

/**
 * Put the picture on the clipboard. Returns false where the browser refuses, or has no clipboard for an
 * address without https.
 */
async function copied(base64: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = new Blob([bytes], { type: "image/png" });
  try {
    await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
    return true;
  } catch {
    return false;
  }
}
