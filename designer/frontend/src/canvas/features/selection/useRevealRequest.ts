import { useEffect, useEffectEvent } from "react";
import { chooseState } from "../../../shared/stateSelection";
import type { RevealRequest } from "../../protocol/protocol.gen";

/** Selects the state of a reveal request and brings it into sight, once per request. */
export function useShown(shown: RevealRequest | null): void {
  const number = shown?.number;
  const reveal = useEffectEvent(() => shown?.ids[0] && chooseState(shown.ids[0]));
  useEffect(() => {
    if (number !== undefined) reveal();
  }, [number]);
}
