import { useEffect } from "react";
import { useTools } from "../tools/context";

const SHORTEST = 2;
/** How long a person pauses in typing before it is worth asking. */
const PAUSE_MS = 150;

/** Asks Python for the actions of services that are sought; it answers with `Picture.found`. */
export function useFinding(sought: string): void {
  const { dispatch } = useTools();
  const wanted = sought.trim().toLowerCase();
  useEffect(() => {
    if (wanted.length < SHORTEST) return undefined;
    const timer = setTimeout(() => dispatch({ kind: "find", sought: wanted }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, dispatch]);
}
