import { withAnnotation } from "../../model/annotations";
import { reducer } from "../../model/reducer";
import type { ResizeLane, View } from "../../protocol/protocol.gen";
import { LEAST_LANE } from "../../protocol/states.gen";

/** A lane of another size. */
export function resizeLane(view: View, { id, x, y, width, height }: ResizeLane): View {
  const size = { width: Math.max(LEAST_LANE, width), height: Math.max(LEAST_LANE, height) };
  return withAnnotation(view, "lanes", id, { x, y, ...size });
}

export default reducer("resize-lane", resizeLane);
