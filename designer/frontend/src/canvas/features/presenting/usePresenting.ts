import { useReactFlow } from "@xyflow/react";
import { type Dispatch, type SetStateAction, useEffect, useRef } from "react";
import type { Flow } from "../../flow/useFlow";
import type { View, ViewMode } from "../../protocol/protocol.gen";
import { type Continuation, continuations, startOf, usualPath } from "./tour";
import { useFullScreen } from "./useFullScreen";
import { usePresentingKeys } from "./usePresentingKeys";

/**
 * The position of a presentation: the states passed, the last of which is shown, and the continuation that is
 * chosen.
 */
export interface Tour {
  passed: string[];
  chosen: number;
  viewMode: ViewMode;
}

/** A presentation of the flow, state by state; what was seen and selected before comes back after it. */
export function usePresenting(
  [tour, setTour]: [Tour | null, Dispatch<SetStateAction<Tour | null>>],
  view: View,
  flow: Flow,
  root: HTMLElement | null,
) {
  const { getViewport, setViewport } = useReactFlow();
  const { select } = flow;
  const before = useRef({ viewport: getViewport(), ids: [] as string[] });
  const current = tour?.passed.at(-1);
  const choices = current ? continuations(view, current) : [];
  const continuation = choices[tour?.chosen ?? 0];

  const begin = () => {
    const start = startOf(view);
    if (!start) return;
    before.current = {
      viewport: getViewport(),
      ids: [...flow.selected, ...flow.annotations, ...flow.selectedEdges],
    };
    select([]);
    setTour({ passed: [start], chosen: 0, viewMode: "business" });
  };
  const end = () => setTour(null);
  useFullScreen(root, tour !== null, end);

  const isLost = current !== undefined && !view.nodes[current];
  useEffect(() => {
    if (isLost) setTour(null);
  }, [isLost, setTour]);

  const wasPresenting = useRef(false);
  useEffect(() => {
    const isOver = wasPresenting.current && !tour;
    wasPresenting.current = tour !== null;
    if (!isOver) return;
    select(before.current.ids);
    requestAnimationFrame(() => setViewport(before.current.viewport));
  }, [tour, select, setViewport]);

  const change = (changes: Partial<Tour>) =>
    setTour((latest) => latest && { ...latest, chosen: 0, ...changes });
  const passed = tour?.passed ?? [];
  const go = (taken: Continuation | undefined = continuation) =>
    taken && change({ passed: [...passed, taken.target] });
  const back = () => passed.length > 1 && change({ passed: passed.slice(0, -1) });
  const choose = (step: 1 | -1) => {
    if (choices.length < 2) return step === 1 ? go() : back();
    change({ chosen: ((tour?.chosen ?? 0) + step + choices.length) % choices.length });
  };
  usePresentingKeys(tour !== null, {
    go,
    back,
    choose,
    end,
    toStart: () => change({ passed: passed.slice(0, 1) }),
    toEnd: () => current && change({ passed: [...passed, ...usualPath(view, current)] }),
    switchLook: () => tour && change({ viewMode: tour.viewMode === "business" ? "engineering" : "business" }),
  });
  return { begin, end, go, back, current, choices, continuation, step: passed.length };
}

export type Presenting = ReturnType<typeof usePresenting>;
