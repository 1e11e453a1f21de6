import { useMemo, useRef, useState } from "react";
import { useCell } from "./cell";
import type { Picture } from "./client/store";
import { LookContext, useTools } from "./context";
import { Board } from "./flow/Board";
import { foldedView } from "./flow/folding";
import { useKeyboard } from "./flow/keyboard";
import { NewStateMenu } from "./flow/NewStateMenu";
import { useAdding } from "./flow/useAdding";
import { useAnnotating } from "./flow/useAnnotating";
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
import { Presentation } from "./presenting/Presentation";
import { type Tour, usePresenting } from "./presenting/usePresenting";
import { SelectionBar } from "./toolbar/SelectionBar";
import { Toolbar } from "./toolbar/Toolbar";

/** Palette, flow and toolbar. */
export function Screen({
  view: whole,
  language,
  pending,
  isWaiting,
  copied,
  found,
  shown,
  look: usual,
}: Picture) {
  const { words, folded } = useTools();
  const folds = useCell(folded, (ids) => ids);
  const view = useMemo(() => foldedView(whole, folds), [whole, folds]);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const tour = useState<Tour | null>(null);
  const look = tour[0]?.look ?? usual;
  const flow = useFlow(view, look, words);
  const adding = useAdding(view, flow, board);
  useChosen(whole, flow);
  useFocusReturn(root);
  useShown(shown);
  const annotating = useAnnotating(view, flow, board);
  const presenting = usePresenting(tour, view, flow, root);
  const commands = useCommands(view, flow, {
    addNote: () => annotating.addNote(),
    addLane: () => annotating.addLane(),
    present: presenting.begin,
  });
  useKeyboard(root, commands);
  useClipboard(root, board, view, flow, copied);
  return (
    <LookContext value={look}>
      <div
        className={`designer${tour[0] ? " is-presenting" : ""}`}
        ref={(screen) => setRoot(screen?.parentElement ?? null)}
        lang={language}
        data-testid="canvas"
        data-pending={pending}
        role="region"
        aria-label={words("title")}
      >
        <Palette
          language={language}
          found={found}
          onAppend={adding.onAppend}
          onDrag={adding.onDrag}
          onDrop={adding.onDrop}
          onNote={annotating.addNote}
          onLane={annotating.addLane}
        />
        <div className="board" ref={board}>
          <Board view={view} flow={flow} />
          {isWaiting && <Waiting />}
          <SelectionBar flow={flow} commands={commands} />
          <Toolbar view={view} edges={flow.edges} />
          <LookSwitch onPresent={presenting.begin} />
          <Presentation view={view} presenting={presenting} />
          <NewStateMenu onPick={adding.onPick} />
          <Search view={whole} />
          <Connect view={view} flow={flow} onNew={adding.onNew} />
        </div>
        <Hints />
        <Keys />
        <Announcer />
      </div>
    </LookContext>
  );
}
