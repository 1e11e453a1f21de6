import type { Node, View } from "../protocol/protocol.gen";
import { BRANCH_GAP, GAP_DOWN, PADDING, SIZES, START_SPACE, TITLE } from "../protocol/states.gen";
import { overlap, type Point, type Rect } from "../routing/geometry";
import { inReadingOrder, nearestFree, pushedOff, type Rects, successorsIn } from "./space";

/**
 * The view once the container `id`, and those around it, have the size of what is in them; boxes that a
 * container has grown over move off it.
 */
export function fitted(view: View, id: string): View {
  const apart = pushedApart(view, id);
  const container = apart.nodes[id];
  if (!container) return apart;
  const sized = container.type === "Parallel" ? withBranches(apart, container) : withSize(apart, container);
  return fitted(sized, container.parent);
}

/**
 * The view with a node that is put between others: it stands on none that it follows or that stands higher,
 * and what it would cover moves off it, with what follows that; `follower`, to which it leads, moves down.
 */
export function madeRoom(view: View, node: Node, behind: Node | undefined, follower?: string): View {
  const rects = beside(view, node);
  const others = [...rects.values()];
  let place: Rect = { ...node, ...inside(node.parent, node) };
  if (behind && reaches(behind, place, 0)) place = below([behind], place);
  for (let above = higher(others, place); above.length > 0; above = higher(others, place)) {
    place = below(above, place);
  }
  const successors = successorsIn(view);
  let apart: Rects = rects;
  for (const [id] of [...rects].sort(([, one], [, other]) => inReadingOrder(one, other))) {
    const rect = apart.get(id) as Rect;
    if (rect.y < place.y || !reaches(rect, place, GAP_DOWN)) continue;
    const movesDown = id === follower || !overlap(rect, place);
    apart = pushedOff(apart, id, place, successors, { movesDown });
  }
  return withPlaces(view, new Map([...apart, [node.id, place]]), node);
}

/** The view with a node that stands alone: where it is wanted, or at the nearest place where it covers none. */
export function placedFreely(view: View, node: Node): View {
  const wanted = { ...node, ...inside(node.parent, node) };
  const place = nearestFree(wanted, [...beside(view, node).values()], node.parent ? PADDING : undefined);
  return withPlaces(view, new Map([[node.id, place]]), node);
}

/** The position in a scope, moved to where its padding and title end. */
export function inside(scope: string, { x, y }: Point): Point {
  return scope ? { x: Math.max(PADDING, x), y: Math.max(TITLE + START_SPACE, y) } : { x, y };
}

/**
 * Moves off each container what shares space with it: of two boxes, the one further down or right. Edges do
 * not count: a new one moves nothing.
 */
function pushedApart(view: View, scope: string): View {
  const nodes = Object.values(view.nodes).filter(({ parent, type }) => parent === scope && type !== "Branch");
  const containers = nodes.filter(({ type }) => type === "Map" || type === "Parallel").map(({ id }) => id);
  if (containers.length === 0) return view;
  let apart: Rects = new Map(nodes.map((node) => [node.id, node]));
  for (let pair = firstPair(apart, containers); pair; pair = firstPair(apart, containers)) {
    const [kept, later] = pair;
    apart = pushedOff(apart, later, apart.get(kept) as Rect, new Map(), { movesDown: false, kept });
  }
  return withPlaces(view, apart);
}

/** The first box that overlaps a container, with that, in reading order. */
function firstPair(rects: Rects, containers: string[]): [string, string] | undefined {
  const inOrder = (one: string, other: string) =>
    inReadingOrder(rects.get(one) as Rect, rects.get(other) as Rect);
  for (const container of containers.toSorted(inOrder)) {
    const around = rects.get(container) as Rect;
    const covered = [...rects].filter(([id, rect]) => id !== container && overlap(rect, around));
    const [first] = covered.map(([id]) => id).sort(inOrder);
    if (first) return [container, first].sort(inOrder) as [string, string];
  }
  return undefined;
}

function withSize(view: View, container: Node): View {
  const size = sizeAround(Object.values(view.nodes).filter(({ parent }) => parent === container.id));
  return withNode(view, { ...container, ...size });
}

/** The branches of a Parallel stand side by side and have one height. */
function withBranches(view: View, parallel: Node): View {
  const branches = Object.values(view.nodes).filter(({ parent }) => parent === parallel.id);
  branches.sort((one, other) => place(one) - place(other));
  const sizes = branches.map(({ id }) =>
    sizeAround(Object.values(view.nodes).filter(({ parent }) => parent === id)),
  );
  const height = Math.max(...sizes.map((size) => size.height), branches.length ? 0 : SIZES.Map.height);
  const nodes = { ...view.nodes };
  let x = PADDING;
  branches.forEach((branch, index) => {
    const width = sizes[index]?.width ?? SIZES.Map.width;
    const isSame = branch.x === x && branch.width === width && branch.height === height;
    if (!isSame) nodes[branch.id] = { ...branch, x, y: TITLE, width, height };
    x += width + BRANCH_GAP;
  });
  const width = branches.length ? x - BRANCH_GAP + PADDING : SIZES.Map.width + 2 * PADDING;
  return withNode({ ...view, nodes }, { ...parallel, width, height: TITLE + height + PADDING });
}

function place({ id }: Node): number {
  return Number(id.slice(id.lastIndexOf("/") + 1));
}

function sizeAround(nodes: Node[]): { width: number; height: number } {
  const width = Math.max(SIZES.Map.width, ...nodes.map((node) => node.x + node.width + PADDING));
  const height = Math.max(SIZES.Map.height, ...nodes.map((node) => node.y + node.height + PADDING));
  return { width, height };
}

function withNode(view: View, node: Node): View {
  const old = view.nodes[node.id];
  const isSame = old?.width === node.width && old.height === node.height;
  return isSame ? view : { ...view, nodes: { ...view.nodes, [node.id]: node } };
}

/** The other states of the node's scope. */
function beside(view: View, node: Node): Map<string, Rect> {
  const others = Object.values(view.nodes).filter(
    ({ id, parent, type }) => parent === node.parent && id !== node.id && type !== "Branch",
  );
  return new Map(others.map((other) => [other.id, other]));
}

/** The view with its nodes at these places; `added` is one that it may not have yet. */
function withPlaces(view: View, places: Rects, added?: Node): View {
  const nodes = added ? { ...view.nodes, [added.id]: added } : { ...view.nodes };
  for (const [id, { x, y }] of places) {
    const node = nodes[id];
    if (node && (node.x !== x || node.y !== y)) nodes[id] = { ...node, x, y };
  }
  return { ...view, nodes };
}

function higher(others: Rect[], place: Rect): Rect[] {
  return others.filter((other) => other.y < place.y && reaches(other, place, 0));
}

function below(rects: Rect[], wanted: Rect): Rect {
  return { ...wanted, y: Math.max(...rects.map(({ y, height }) => y + height)) + GAP_DOWN };
}

/** Tells if `rect` overlaps the place, or the gap below it. */
function reaches(rect: Rect, place: Rect, gap: number): boolean {
  return overlap(rect, { ...place, height: place.height + gap });
}
