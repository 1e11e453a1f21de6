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
import { useFocusReturn } from "./flow/useFocusReturn";
import { useShown } from "./flow/useShown";
import { Waiting } from "./flow/Waiting";
import { LookSwitch } from "./looks/LookSwitch";
import { Hints } from "./nodes/Hints";
import { Announcer } from "./overlays/Announcer";
import { Connect } from "./overlays/Connect";
import { Keys } from "./overlays/Keys";
import { Search } from "./overlays/Search";
import { Palette } from "./palette/Palette";
import { Toolbar } from "./toolbar/Toolbar";

/** Palette, flow and toolbar. */
export function Screen({ view, language, pending, isWaiting, copied, shown, look }: Picture) {
  const { words } = useTools();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const flow = useFlow(view, look, words);
  const adding = useAdding(view, flow, board);
  useChosen(flow);
  useFocusReturn(root);
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
      role="region"
      aria-label={words("title")}
    >
      <Palette onAppend={adding.onAppend} onDrag={adding.onDrag} onDrop={adding.onDrop} />
      <div className="board" ref={board}>
        <Board view={view} flow={flow} />
        {flow.nodes.length === 0 && <Greeting />}
        {isWaiting && <Waiting />}
        <Toolbar view={view} edges={flow.edges} />
        <LookSwitch />
        <NewStateMenu onPick={adding.onPick} />
        <Search view={view} />
        <Connect view={view} flow={flow} onNew={adding.onNew} />
      </div>
      <Hints />
      <Keys />
      <Announcer />
    </div>
  );
}
