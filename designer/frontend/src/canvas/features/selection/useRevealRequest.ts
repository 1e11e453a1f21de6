import { useEffect, useEffectEvent } from "react";
import { chooseState } from "../../../shared/stateSelection";
import type { RevealRequest } from "../../protocol/protocol.gen";

/** What Python wants to be seen is selected and brought into sight, once. */
export function useShown(shown: RevealRequest | null): void {
  const number = shown?.number;
  const reveal = useEffectEvent(() => shown?.ids[0] && chooseState(shown.ids[0]));
  useEffect(() => {
    if (number !== undefined) reveal();
  }, [number]);
}
