import type { View } from "../protocol/protocol.gen";

export interface Point {
  x: number;
  y: number;
}

export interface Rect extends Point {
  width: number;
  height: number;
}

/** Every node's rectangle on the canvas by its id; in the view, positions are relative to the container. */
export function rectangles(view: View): Map<string, Rect> {
  const found = new Map<string, Rect>();
  const place = (id: string): Rect | undefined => {
    const node = view.nodes[id];
    const cached = found.get(id);
    if (cached || !node) return cached;
    const around = node.parent ? place(node.parent) : undefined;
    const { width, height } = node;
    const rect = { x: node.x + (around?.x ?? 0), y: node.y + (around?.y ?? 0), width, height };
    found.set(id, rect);
    return rect;
  };
  for (const id of Object.keys(view.nodes)) place(id);
  return found;
}

export function isSame(one: Rect, other: Rect): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

export function contains(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.x <= rect.x + rect.width &&
    point.y >= rect.y &&
    point.y <= rect.y + rect.height
  );
}

/** Tells if all of the one rectangle lies within the other. */
export function isWithin(one: Rect, other: Rect): boolean {
  return (
    one.x >= other.x &&
    one.y >= other.y &&
    one.x + one.width <= other.x + other.width &&
    one.y + one.height <= other.y + other.height
  );
}

export function overlap(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** The smallest rectangle around points or rectangles. */
export function bounds(things: (Point & Partial<Rect>)[]): Rect {
  let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const thing of things) {
    x = Math.min(x, thing.x);
    y = Math.min(y, thing.y);
    right = Math.max(right, thing.x + (thing.width ?? 0));
    bottom = Math.max(bottom, thing.y + (thing.height ?? 0));
  }
  return { x, y, width: right - x, height: bottom - y };
}

export function grownBy(rect: Rect, margin: number): Rect {
  const { x, y, width, height } = rect;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

export function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

/** Tells if a horizontal or vertical segment crosses the rectangle's inside. */
export function crosses(from: Point, to: Point, rect: Rect): boolean {
  return (
    Math.min(from.x, to.x) < rect.x + rect.width &&
    rect.x < Math.max(from.x, to.x) &&
    Math.min(from.y, to.y) < rect.y + rect.height &&
    rect.y < Math.max(from.y, to.y)
  );
}

/** The deepest node that holds the point, among those wanted. */
export function deepest(
  view: View,
  rects: Map<string, Rect>,
  point: Point,
  wanted: (id: string) => boolean,
): string | undefined {
  const holding = [...rects].filter(([id, rect]) => wanted(id) && contains(rect, point));
  holding.sort(([one], [other]) => depth(view, other) - depth(view, one));
  return holding[0]?.[0];
}

function depth(view: View, id: string): number {
  const parent = view.nodes[id]?.parent;
  return parent ? 1 + depth(view, parent) : 0;
}
