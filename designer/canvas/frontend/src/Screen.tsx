import { useRef, useState } from "react";
import type { Picture } from "./client/store";
import { useTools } from "./context";
import { Board } from "./flow/Board";
import { Greeting } from "./flow/Greeting";
import { useKeyboard } from "./flow/keyboard";
import { NewStateMenu } from "./flow/NewStateMenu";
import { useAdding } from "./flow/useAdding";
import { useChosen } from "./flow/useChosen";
import { useClipboard } from "./flow/useClipboard";
import { useCommands } from "./flow/useCommands";
import { useFlow } from "./flow/useFlow";
import { useShown } from "./flow/useShown";
import { Waiting } from "./flow/Waiting";
import { Hints } from "./nodes/Hints";
import { Keys } from "./overlays/Keys";
import { Search } from "./overlays/Search";
import { Palette } from "./palette/Palette";
import { Toolbar } from "./toolbar/Toolbar";

/** Palette, flow and toolbar. */
export function Screen({ view, language, pending, isWaiting, copied, shown }: Picture) {
  const { words } = useTools();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const flow = useFlow(view, words("edge.default"));
  const adding = useAdding(view, flow, board);
  useChosen(flow, board);
  useShown(shown);
  useKeyboard(root, useCommands(view, flow));
  useClipboard(root, board, view, flow, copied);
  return (
    <div
      className="designer"
      ref={(screen) => setRoot(screen?.parentElement ?? null)}
      lang={language}
      data-testid="canvas"
      data-pending={pending}
      role="application"
      aria-label={words("title")}
    >
      <Palette onAppend={adding.onAppend} onDrag={adding.onDrag} onDrop={adding.onDrop} />
      <div className="board" ref={board}>
        <Board view={view} flow={flow} />
        {flow.nodes.length === 0 && <Greeting />}
        {isWaiting && <Waiting />}
        <Toolbar view={view} edges={flow.edges} />
        <NewStateMenu onPick={adding.onPick} />
        <Search view={view} />
      </div>
      <Hints />
      <Keys />
    </div>
  );
}
