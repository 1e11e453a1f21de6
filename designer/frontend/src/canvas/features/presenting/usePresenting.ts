import { useReactFlow } from "@xyflow/react";
import { type Dispatch, type SetStateAction, useEffect, useRef } from "react";
import type { Flow } from "../../flow/useFlow";
import type { View, ViewMode } from "../../protocol/protocol.gen";
import { startOf, usualWay, type Way, waysOn } from "./tour";
import { useFullScreen } from "./useFullScreen";
import { usePresentingKeys } from "./usePresentingKeys";

/**
 * The position of a presentation: the states passed, the last of which is shown, and the continuation that is
 * chosen.
 */
export interface Tour {
  passed: string[];
  chosen: number;
  look: ViewMode;
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
  const ways = current ? waysOn(view, current) : [];
  const way = ways[tour?.chosen ?? 0];

  const begin = () => {
    const start = startOf(view);
    if (!start) return;
    before.current = {
      viewport: getViewport(),
      ids: [...flow.selected, ...flow.annotations, ...flow.selectedArrows],
    };
    select([]);
    setTour({ passed: [start], chosen: 0, look: "business" });
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

  const change = (said: Partial<Tour>) => setTour((known) => known && { ...known, chosen: 0, ...said });
  const passed = tour?.passed ?? [];
  const go = (taken: Way | undefined = way) => taken && change({ passed: [...passed, taken.target] });
  const back = () => passed.length > 1 && change({ passed: passed.slice(0, -1) });
  const choose = (step: 1 | -1) => {
    if (ways.length < 2) return step === 1 ? go() : back();
    change({ chosen: ((tour?.chosen ?? 0) + step + ways.length) % ways.length });
  };
  usePresentingKeys(tour !== null, {
    go,
    back,
    choose,
    end,
    toStart: () => change({ passed: passed.slice(0, 1) }),
    toEnd: () => current && change({ passed: [...passed, ...usualWay(view, current)] }),
    switchLook: () => tour && change({ look: tour.look === "business" ? "engineering" : "business" }),
  });
  return { begin, end, go, back, current, ways, way, step: passed.length };
}

export type Presenting = ReturnType<typeof usePresenting>;
