import type { Commands } from "../../commands/commands";
import type { Flow } from "../../flow/useFlow";
import type { PlayRun } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

type Playing = Pick<
  Commands,
  "play" | "playAgain" | "playTo" | "stepIn" | "stepOver" | "stepBack" | "toggleBreakpoint" | "closeRun"
>;

/** The commands of the player; Python keeps the run. */
export function usePlaying(flow: Flow): Playing {
  const { dispatch } = useTools();
  const [only] = flow.selected;
  const send = (gesture: PlayRun["gesture"], state = "") => dispatch({ kind: "play", gesture, state });
  return {
    play: () => send("play"),
    playAgain: () => send("restart"),
    playTo: () => only && send("to", only),
    stepIn: () => send("in"),
    stepOver: () => send("over"),
    stepBack: () => send("back"),
    toggleBreakpoint: () => only && send("break", only),
    closeRun: () => send("close"),
  };
}
