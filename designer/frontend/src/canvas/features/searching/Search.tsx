import { selectState } from "../../../shared/stateSelection";
import { useCell } from "../../base/cell";
import { Finder } from "../../overlays/Finder";
import type { View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

/** A state is found by its name; choosing it selects it and brings it into sight. */
export function Search({ view }: { view: View }) {
  const { subject, overlay, words } = useTools();
  const isShown = useCell(overlay, (value) => value === "search");
  if (!isShown) return null;
  const states = Object.values(view.nodes).filter(({ type }) => type !== "Branch");
  return (
    <Finder
      title={words(subject === "sketch" ? "search.sketch" : "search.title")}
      options={states}
      onChoose={selectState}
      onClose={() => overlay.set(null)}
    />
  );
}
