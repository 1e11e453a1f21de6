import { useMemo, useRef, useState } from "react";
import { Board } from "./Board";
import { useCell } from "./base/cell";
import { addCards } from "./client/sketch_intents/addCards";
import type { Snapshot } from "./client/store";
import { useAdding } from "./features/adding/useAdding";
import { useAnnotating } from "./features/annotating/useAnnotating";
import { useClipboard } from "./features/clipboard/useClipboard";
import { Connect } from "./features/connecting/Connect";
import { LooseEnd } from "./features/connecting/LooseEnd";
import { FailurePathOverlay } from "./features/failing/FailurePathOverlay";
import { INSPECTOR, useTopOfInspector } from "./features/keyboard/inspector";
import { Keys } from "./features/keyboard/Keys";
import { useFocusReturn } from "./features/keyboard/useFocusReturn";
import { useKeyboard } from "./features/keyboard/useKeyboard";
import { FoldButton } from "./features/layout/FoldButton";
import { Splitter } from "./features/layout/Splitter";
import { useIsOpen } from "./features/layout/useIsOpen";
import { useKeepInSight } from "./features/layout/useKeepInSight";
import { RunOverlayLayer } from "./features/playing/RunOverlayLayer";
import { Presentation } from "./features/presenting/Presentation";
import { type Tour, usePresenting } from "./features/presenting/usePresenting";
import { Search } from "./features/searching/Search";
import { useRevealRequest } from "./features/selection/useRevealRequest";
import { useSelectedState } from "./features/selection/useSelectedState";
import { useCommands } from "./features/useCommands";
import { ViewModeSwitch } from "./features/view_mode/ViewModeSwitch";
import { ArrowField } from "./features/writing/ArrowField";
import { KindsMenu } from "./features/writing/KindsMenu";
import { useDraftInSight } from "./features/writing/useDraftInSight";
import { useWriting } from "./features/writing/useWriting";
import { useFlow } from "./flow/useFlow";
import { useShortTitles } from "./flow/useShortTitles";
import { foldedView } from "./model/folding";
import { Announcer } from "./overlays/Announcer";
import { Hints } from "./overlays/Hints";
import { Waiting } from "./overlays/Waiting";
import { CardPalette } from "./palette/CardPalette";
import { Palette } from "./palette/Palette";
import { SelectionBar } from "./toolbar/SelectionBar";
import { Toolbar } from "./toolbar/Toolbar";
import { useTools, ViewModeContext } from "./tools/context";
import { WritingContext } from "./tools/writing";

/** Palette, flow and toolbar. */
export function Screen({
  view: whole,
  language,
  pending,
  isWaiting,
  copied,
  found,
  shown,
  failure,
  run,
  breakpoints,
  viewMode: usual,
}: Snapshot) {
  const { subject, words, folded, hasMap, panels, draft: drafted } = useTools();
  const isSketch = subject === "sketch";
  const draft = useCell(drafted, (value) => value);
  const isPaletteFolded = useCell(panels, ({ palette }) => palette.isFolded);
  const isMapShown = useCell(hasMap, (value) => value);
  const folds = useCell(folded, (ids) => ids);
  const view = useMemo(
    () => (draft ? addCards(whole, draft.intent) : foldedView(whole, folds)),
    [whole, folds, draft],
  );
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const tour = useState<Tour | null>(null);
  const viewMode = tour[0]?.viewMode ?? usual;
  const flow = useFlow(view, viewMode, words);
  useShortTitles(view, viewMode);
  const adding = useAdding(view, flow, board);
  useSelectedState(whole, flow);
  useFocusReturn(root);
  useRevealRequest(shown);
  useKeepInSight(view, flow.selected);
  useTopOfInspector(flow.selected[0]);
  const hasInspector = useIsOpen(INSPECTOR);
  const hasDrawer = useIsOpen(".st-key-drawer-body");
  const annotating = useAnnotating(view, flow, board);
  const writing = useWriting(view, flow);
  useDraftInSight(view);
  const presenting = usePresenting(tour, view, flow, root);
  const commands = useCommands(view, flow, {
    addNote: () => annotating.addNote(),
    addLane: () => annotating.addLane(),
    present: presenting.begin,
    addCard: () => writing.beginAfter(flow.selected[0], flow.selectedEdges),
  });
  const offer = { view, language, found };
  const commandState = { view, selected: flow.selected, isMapShown, run };
  useKeyboard(root, commands);
  useClipboard(root, board, view, flow, copied);
  return (
    <WritingContext value={writing}>
      <ViewModeContext value={viewMode}>
        <section
          className={`designer${tour[0] ? " is-presenting" : failure ? " is-failing" : run ? " is-playing" : ""}`}
          ref={(screen) => setRoot(screen?.parentElement ?? null)}
          lang={language}
          data-testid="canvas"
          data-pending={pending}
          aria-label={words("title")}
          data-subject={subject}
        >
          {!isPaletteFolded && isSketch && (
            <CardPalette flow={flow} board={board} onLane={annotating.addLane} />
          )}
          {!isPaletteFolded && !isSketch && (
            <Palette
              language={language}
              found={found}
              onAppend={adding.onAppend}
              onDrag={adding.onDrag}
              onDrop={adding.onDrop}
              onNote={annotating.addNote}
              onLane={annotating.addLane}
            />
          )}
          <div className="stage">
            <div className="board" ref={board}>
              <Board view={view} flow={flow} />
              {isWaiting && <Waiting />}
              {failure && !tour[0] && <FailurePathOverlay failure={failure} view={view} />}
              {!failure && !tour[0] && (
                <RunOverlayLayer
                  run={run}
                  breakpoints={breakpoints}
                  view={view}
                  commands={commands}
                  state={commandState}
                />
              )}
              <Presentation view={view} presenting={presenting} />
              <LooseEnd {...offer} onPick={adding.onPick} />
              <Search view={whole} />
              <Connect {...offer} flow={flow} onNew={adding.onNew} />
              {isSketch && <KindsMenu flow={flow} />}
              {isSketch && <ArrowField flow={flow} />}
            </div>
            <div className="tools is-head">
              <FoldButton panel="palette" />
              <SelectionBar commands={commands} state={commandState} />
              <ViewModeSwitch onPresent={presenting.begin} />
              {hasInspector && <FoldButton panel="inspector" />}
            </div>
            <div className="tools is-foot">
              <Toolbar commands={commands} state={commandState} />
              {hasDrawer && <FoldButton panel="drawer" />}
            </div>
            <Splitter panel="palette" />
            {hasInspector && <Splitter panel="inspector" />}
            {hasDrawer && <Splitter panel="drawer" />}
          </div>
          <Hints />
          <Keys />
          <Announcer />
        </section>
      </ViewModeContext>
    </WritingContext>
  );
}
