import type { CompletedFields } from "../shared/completion.gen";
import { Completer } from "./completer";

/** The arguments with which Streamlit calls the component, at first and whenever its data changes. */
interface Component {
  data: CompletedFields;
  parentElement: ShadowRoot | HTMLElement;
}

const completers = new WeakMap<Node, Completer>();

/** Complete in the fields of the page. Returns the function that Streamlit calls at the end. */
export default function mount({ data, parentElement }: Component): () => void {
  const completer = completers.get(parentElement) ?? new Completer(parentElement);
  completers.set(parentElement, completer);
  completer.show(data);
  return () => {
    if (parentElement.isConnected) return;
    completer.stop();
    completers.delete(parentElement);
  };
}
