import { useEffect } from "react";
import { useTools } from "../tools/context";

const SHORTEST = 2;
/** The pause in typing after which Python is asked. */
const PAUSE_MS = 150;

/** Asks Python for the actions of services that match; the answer is `Snapshot.found`. */
export function useFinding(sought: string): void {
  const { dispatch } = useTools();
  const wanted = sought.trim().toLowerCase();
  useEffect(() => {
    if (wanted.length < SHORTEST) return undefined;
    const timer = setTimeout(() => dispatch({ kind: "find", sought: wanted }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, dispatch]);
}
