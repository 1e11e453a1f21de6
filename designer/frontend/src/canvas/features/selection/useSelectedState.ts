import { useStoreApi } from "@xyflow/react";
import { useEffect, useEffectEvent } from "react";
import { flushSync } from "react-dom";
import { onStateSelected } from "../../../shared/stateSelection";
import { elementOf } from "../../flow/reactFlowDom";
import type { Flow } from "../../flow/useFlow";
import { useReveal } from "../../flow/useReveal";
import { around } from "../../model/folding";
import type { View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

/**
 * Selects a state that is chosen by search, in the code editor or in a panel, and brings it into sight; the
 * folded containers around it unfold. It gets the focus if the flow has it, but not from a field in which a
 * person types.
 */
export function useSelectedState(view: View, { select }: Flow): void {
  const { folded } = useTools();
  const reveal = useReveal();
  const store = useStoreApi();
  const show = useEffectEvent((id: string) => {
    const [folds, outer] = [folded.get(), around(view, id)];
    const rest = new Set([...folds].filter((fold) => !outer.includes(fold)));
    if (rest.size < folds.size) flushSync(() => folded.set(rest));
    flushSync(() => select([id]));
    reveal(id);
    const { domNode } = store.getState();
    const focused = (domNode?.getRootNode() as ShadowRoot | undefined)?.activeElement;
    if (focused && !focused.matches("input, textarea"))
      elementOf(domNode, id)?.focus({ preventScroll: true });
  });
  useEffect(() => onStateSelected((id) => show(id)), []);
}
