import { type Node, useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useEffectEvent } from "react";
import { moving } from "../../flow/motion";
import { useIsInSight } from "../../flow/useReveal";
import type { FailurePath } from "../../protocol/protocol.gen";

/** The pixels around what is shown; below it is the bar that explains the marks. */
const SPACE = { top: 32, x: 32, bottom: 72 };
const PADDING = { top: `${SPACE.top}px`, x: `${SPACE.x}px`, bottom: `${SPACE.bottom}px` } as const;

/**
 * Brings the states that a failure comes through into sight, for each course of which one is not wholly in it;
 * with them those in which something is done, if all have room in the same size.
 */
export function useCourseInSight({ failed, passed, done, perhaps }: FailurePath): void {
  const { fitView, getNodes, getNodesBounds, getZoom } = useReactFlow();
  const store = useStoreApi();
  const isInSight = useIsInSight();
  const hasRoom = (nodes: Node[]) => {
    const [bounds, zoom, { width, height }] = [getNodesBounds(nodes), getZoom(), store.getState()];
    const room = { width: width - 2 * SPACE.x, height: height - SPACE.top - SPACE.bottom };
    return bounds.width * zoom <= room.width && bounds.height * zoom <= room.height;
  };
  const course = [failed, ...passed];
  const show = useEffectEvent((ids: string[]) => {
    if (ids.every((id) => isInSight(id, true))) return;
    const among = (some: string[]) => getNodes().filter(({ id }) => some.includes(id));
    const all = among([...ids, ...done, ...perhaps]);
    const nodes = hasRoom(all) ? all : among(ids);
    fitView({ nodes, maxZoom: getZoom(), padding: PADDING, ...moving() });
  });
  const name = course.join(" ");
  useEffect(() => show(name.split(" ")), [name]);
}
