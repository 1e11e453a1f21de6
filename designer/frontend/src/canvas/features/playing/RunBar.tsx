import type { CommandState, Commands } from "../../commands/commands";
import type { RunOverlay } from "../../protocol/protocol.gen";
import { Tool } from "../../toolbar/Tool";
import { useTools } from "../../tools/context";

const STEPS = ["stepBack", "stepIn", "stepOver", "play", "playAgain"] as const;

interface Props {
  run: RunOverlay;
  commands: Commands;
  state: CommandState;
}

/** The moment of a run in words, and the buttons that move it. */
export function RunBar({ run, commands, state }: Props) {
  const { words, dispatch } = useTools();
  return (
    <section
      className="run-bar"
      aria-label={words("run.label")}
      data-status={run.status}
      data-run={run.number}
    >
      <div className="run-words" role="status">
        <strong title={run.title}>{run.title}</strong>
        {run.time && <span className="run-time">{words("run.time", { time: run.time })}</span>}
        {run.is_recorded && <span className="run-kind">{words("run.recorded")}</span>}
      </div>
      <div className="run-steps">
        {run.is_busy ? (
          <button
            type="button"
            className="run-halt"
            onClick={() => dispatch({ kind: "play", gesture: "halt", state: "" })}
          >
            {words("run.halt")}
          </button>
        ) : (
          STEPS.map((id) => <Tool key={id} id={id} commands={commands} state={state} />)
        )}
        <Tool id="closeRun" commands={commands} state={state} />
      </div>
    </section>
  );
}
