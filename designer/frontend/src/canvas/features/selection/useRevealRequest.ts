import { useEffect, useEffectEvent } from "react";
import { selectState } from "../../../shared/stateSelection";
import type { RevealRequest } from "../../protocol/protocol.gen";

/** Selects the state of a reveal request and brings it into sight, once per request. */
export function useRevealRequest(shown: RevealRequest | null): void {
  const number = shown?.number;
  const reveal = useEffectEvent(() => shown?.ids[0] && selectState(shown.ids[0]));
  useEffect(() => {
    if (number !== undefined) reveal();
  }, [number]);
}
