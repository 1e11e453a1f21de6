import { useRef, useState } from "react";
import { useTools } from "./context";
import { Board } from "./flow/Board";
import { Greeting } from "./flow/Greeting";
import { useKeyboard } from "./flow/keyboard";
import { useAdding } from "./flow/useAdding";
import { useChosen } from "./flow/useChosen";
import { useCommands } from "./flow/useCommands";
import { useFlow } from "./flow/useFlow";
import { Waiting } from "./flow/Waiting";
import { Hints } from "./nodes/Hints";
import { Palette } from "./palette/Palette";
import type { View } from "./protocol.gen";
import { Toolbar } from "./toolbar/Toolbar";

interface Props {
  view: View;
  language: string;
  pending: number;
  isWaiting: boolean;
}

/** Palette, flow and toolbar. */
export function Screen({ view, language, pending, isWaiting }: Props) {
  const { words } = useTools();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const flow = useFlow(view, words("edge.default"));
  const adding = useAdding(view, flow, board);
  useChosen(flow, board);
  useKeyboard(root, useCommands(view, flow));
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
      <Palette {...adding} />
      <div className="board" ref={board}>
        <Board view={view} flow={flow} />
        {flow.nodes.length === 0 && <Greeting />}
        {isWaiting && <Waiting />}
        <Toolbar view={view} />
      </div>
      <Hints />
    </div>
  );
}
