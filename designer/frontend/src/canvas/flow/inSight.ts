import { bounds, overlap, type Rect } from "../routing/geometry";
import { boxAt } from "../routing/labels";
import type { CanvasEdge } from "./edges";
import type { CanvasNode } from "./nodes";

/** The nodes and edges that React Flow is given. */
export interface Drawn {
  nodes: CanvasNode[];
  edges: CanvasEdge[];
}

/**
 * What is drawn next, as far as it can be seen: what changes out of sight, and was out of sight, stays as it is drawn
 * now. All that is new or selected otherwise is drawn, and nothing that is gone; so is all in containers.
 */
export function drawnInSight(now: Drawn, next: Drawn, sight: Rect): Drawn {
  return {
    nodes: inTurn(now.nodes, next.nodes, (old, node) => isSeen(old, sight) || isSeen(node, sight)),
    edges: inTurn(
      now.edges,
      next.edges,
      (old, edge) =>
        old.source !== edge.source ||
        old.target !== edge.target ||
        isEdgeSeen(old, sight) ||
        isEdgeSeen(edge, sight),
    ),
  };
}

function inTurn<Item extends CanvasNode | CanvasEdge>(
  now: Item[],
  next: Item[],
  isSeen: (old: Item, item: Item) => boolean,
): Item[] {
  if (now === next) return now;
  const before = new Map(now.map((item) => [item.id, item]));
  return next.map((item) => {
    const old = before.get(item.id);
    const mayWait = old && old !== item && Boolean(old.selected) === Boolean(item.selected);
    return mayWait && !isSeen(old, item) ? old : item;
  });
}

/** Tells if a node may be seen; where one stands that is in a container is not asked. */
function isSeen({ parentId, position, width, height }: CanvasNode, sight: Rect): boolean {
  return Boolean(parentId) || overlap(sight, { ...position, width: width ?? 0, height: height ?? 0 });
}

function isEdgeSeen({ data }: CanvasEdge, sight: Rect): boolean {
  if (!data) return true;
  const { path, place, width, leader } = data;
  const boxes = [bounds(path), ...(place ? [boxAt(place, width)] : []), ...(leader ? [bounds(leader)] : [])];
  return boxes.some((box) => overlap(sight, box));
}
