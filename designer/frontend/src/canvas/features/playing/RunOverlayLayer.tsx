import { useEffect } from "react";
import type { CommandState, Commands } from "../../commands/commands";
import { edgeSelector, nodeSelector } from "../../flow/reactFlowDom";
import { around } from "../../model/folding";
import type { RunMark, RunOverlay, RunStatus, View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { RunBar } from "./RunBar";

interface Props {
  run: RunOverlay | null;
  breakpoints: string[];
  view: View;
  commands: Commands;
  state: CommandState;
}

const COLORS: Record<RunStatus, string> = {
  planned: "var(--amber)",
  running: "var(--accent)",
  waiting: "var(--violet)",
  asked: "var(--violet)",
  retrying: "var(--amber)",
  succeeded: "var(--green)",
  caught: "var(--amber)",
  failed: "var(--red)",
  stopped: "var(--muted)",
};
/** Statuses of a state at which the run is. */
const HERE: RunStatus[] = ["running", "waiting", "asked", "retrying"];
/** Milliseconds from one state or edge of the way to the next, and for the whole way. */
const STEP = 160;
const LONGEST = 3_000;

/** A moment of a run over the flow, as Python has computed it; nothing of the flow is changed. */
export function RunOverlayLayer({ run, breakpoints, view, commands, state }: Props) {
  const { dispatch } = useTools();
  useEffect(() => {
    if (run?.is_busy) dispatch({ kind: "play", gesture: "resume", state: "" });
  }, [run, dispatch]);
  const marked = run ? Object.entries(shown(run, view)) : [];
  const step = run ? Math.min(STEP, LONGEST / Math.max(run.fresh.length, 1)) : 0;
  const delays = new Map(run?.fresh.map((id, index) => [id, index * step]));
  return (
    <>
      <style>{`
        ${marked.map(([id, mark]) => nodeStyle(id, mark, delays.get(id))).join("\n")}
        ${run?.edges.map((id) => edgeStyle(id, delays.get(id))).join("\n") ?? ""}
        ${breakpoints.map((id) => `${nodeSelector(id)}::before { content: ""; }`).join("\n")}
      `}</style>
      {run && <RunBar run={run} commands={commands} state={state} />}
    </>
  );
}

/** The marks of the states on the board; a folded container has that of a state in it where the run is. */
function shown(run: RunOverlay, view: View): Record<string, RunMark> {
  const here = Object.entries(run.states).filter(([, { status }]) => HERE.includes(status));
  const folded = here.flatMap(([id, mark]) =>
    id in view.nodes
      ? []
      : around(view, id)
          .slice(0, 1)
          .map((outer) => [outer, mark] as const),
  );
  return { ...run.states, ...Object.fromEntries(folded) };
}

function nodeStyle(id: string, { status, words }: RunMark, delay: number | undefined): string {
  const color = COLORS[status];
  const selector = nodeSelector(id);
  const isHere = HERE.includes(status);
  const line = isHere ? "4px solid" : status === "planned" ? "2px dashed" : "2.5px solid";
  const arrival = delay === undefined ? "" : `animation: run-arrives 300ms ${delay}ms both;`;
  const badge = words ? `${selector}::after { content: ${JSON.stringify(words)}; --mark: ${color}; }` : "";
  return `${selector} { outline: ${line} ${color}; ${arrival} }\n${badge}`;
}

function edgeStyle(id: string, delay: number | undefined): string {
  const arrival = delay === undefined ? "" : `animation: run-passes 300ms ${delay}ms both;`;
  return `${edgeSelector(id)} .arrow { stroke: var(--green); stroke-width: 3.5; ${arrival} }`;
}
