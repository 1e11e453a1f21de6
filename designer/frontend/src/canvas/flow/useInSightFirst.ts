import { useStoreApi } from "@xyflow/react";
import { useEffect, useState } from "react";
import { afterPicture } from "../base/afterPicture";
import { grownBy, type Rect } from "../routing/geometry";
import { type Drawn, drawnInSight } from "./inSight";

/** The space around the viewport, in pixels of the screen, that counts as seen: badges, handles and shadows reach out. */
const AROUND = 100;

/**
 * The nodes and edges to draw: at once all that is in sight, and the rest after the next picture. So a change of
 * the whole flow, such as all states below a new one moving down, takes no longer than it is seen.
 */
export function useInSightFirst(nodes: Drawn["nodes"], edges: Drawn["edges"]): Drawn {
  const store = useStoreApi();
  const [{ drawn, wanted }, setState] = useState({ drawn: { nodes, edges }, wanted: { nodes, edges } });
  if (wanted.nodes !== nodes || wanted.edges !== edges) {
    const next = { nodes, edges };
    setState({ drawn: drawnInSight(drawn, next, sightOf(store.getState())), wanted: next });
  }
  useEffect(() => {
    if (drawn.nodes === wanted.nodes && drawn.edges === wanted.edges) return;
    return afterPicture(() => setState({ drawn: wanted, wanted }));
  }, [drawn, wanted]);
  return drawn;
}

/** The part of the flow that is on the screen, with some space around. */
function sightOf({
  transform: [x, y, zoom],
  width,
  height,
}: ReturnType<ReturnType<typeof useStoreApi>["getState"]>): Rect {
  const shown = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  return grownBy(shown, AROUND / zoom);
}
