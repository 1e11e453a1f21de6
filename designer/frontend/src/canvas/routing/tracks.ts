import type { Edge } from "../protocol/protocol.gen";
import { centre, crosses, type Rect } from "./geometry";
import { type Path, segments } from "./path";
import { choiceInset } from "./route";

const APART = 8;
const TOO_NEAR = 6;
const MOST_TRACKS = 8;
const LEAST_OVERLAP = 6;
/** The least length of the segments beside one that is moved; an arrowhead fits into it. */
const LEAST_LENGTH = 14;
const BUCKET = 16;
/** The least distance of an edge at a side from the corners of its state. */
const CORNER = 10;

/** An edge with its path, and the states that the path leads past. */
export interface Coursed {
  edge: Edge;
  course: Path;
  source: Rect;
  target: Rect;
  others: Rect[];
}

/** A segment of an edge: upright at `at` from one y to another, or level at `at` from one x to another. */
interface Stretch {
  edge: Edge;
  isUpright: boolean;
  at: number;
  from: number;
  to: number;
}

/**
 * The paths of edges that lead to different states, apart where they would run along each other: a segment
 * of the later one moves beside, but not at the top or bottom of a state. Rules of one Choice part where they
 * part, and edges to the same state may join. `choices` are the Choice states.
 */
export function onTracks(edges: Coursed[], choices: ReadonlySet<string>): Path[] {
  const taken = new Map<number, Stretch[]>();
  for (const { edge, course } of edges) {
    const last = course.length - 2;
    if (!mayMove(edge, course, 0)) take(taken, stretch(edge, course, 0));
    if (last > 0 && !mayMove(edge, course, last)) take(taken, stretch(edge, course, last));
  }
  return edges.map((coursed) => onFreeTracks(coursed, choices.has(coursed.edge.target), taken));
}

function onFreeTracks(coursed: Coursed, isChoice: boolean, taken: Map<number, Stretch[]>): Path {
  const { edge, course } = coursed;
  let path = course;
  for (let index = 0; index < course.length - 1; index += 1) {
    if (!mayMove(edge, course, index)) continue;
    if (isTaken(taken, stretch(edge, path, index)))
      path = beside(path, index, coursed, isChoice, (tried) => isTaken(taken, stretch(edge, tried, index)));
    take(taken, stretch(edge, path, index));
  }
  return path;
}

function mayMove({ kind }: Edge, path: Path, index: number): boolean {
  if (path.length < 3) return false;
  if (index === 0) return kind === "catch";
  return index < path.length - 2 || !isUpright(path, index);
}

/** The path with that segment on the nearest track that is free; as it is where there is none. */
function beside(
  path: Path,
  index: number,
  { source, target, others }: Coursed,
  isChoice: boolean,
  isTaken: (path: Path) => boolean,
): Path {
  const before = crossings(path, others);
  for (let track = 1; track <= MOST_TRACKS; track += 1) {
    for (const distance of [track * APART, -track * APART]) {
      const moved = shifted(path, index, distance);
      const tried = isChoice ? ontoChoice(moved, target) : moved;
      const isPossible = keepsItsTurns(path, tried, index) && endsAtSides(path, tried, source, target);
      if (isPossible && !isTaken(tried) && crossings(tried, others) <= before) return tried;
    }
  }
  return path;
}

function shifted(path: Path, index: number, distance: number): Path {
  const [across, down] = isUpright(path, index) ? [distance, 0] : [0, distance];
  return path.map(({ x, y }, place) =>
    place === index || place === index + 1 ? { x: x + across, y: y + down } : { x, y },
  );
}

/** The path that ends at a side of a Choice, which is not upright. */
function ontoChoice(path: Path, target: Rect): Path {
  const end = path.at(-1);
  if (!end || isUpright(path, path.length - 2)) return path;
  const inset = choiceInset(target, end.y - centre(target).y);
  const isRight = end.x > centre(target).x;
  return [
    ...path.slice(0, -1),
    { x: isRight ? target.x + target.width - inset : target.x + inset, y: end.y },
  ];
}

/** Tells if an end that has moved is still at the straight part of a side. */
function endsAtSides(path: Path, tried: Path, source: Rect, target: Rect): boolean {
  const isThere = (place: number, { y, height }: Rect) => {
    const at = tried.at(place)?.y ?? 0;
    return at === path.at(place)?.y || Math.abs(at - y - height / 2) <= height / 2 - CORNER;
  };
  return isThere(0, source) && isThere(-1, target);
}

/** Tells if the segments before and after that one still lead the same way, and are long enough. */
function keepsItsTurns(path: Path, tried: Path, index: number): boolean {
  return [index - 1, index + 1].every((place) => {
    const [old, now] = [vector(path, place), vector(tried, place)];
    return place < 0 || place > path.length - 2 || (old * now > 0 && Math.abs(now) >= LEAST_LENGTH);
  });
}

function isUpright(path: Path, index: number): boolean {
  return path[index]?.x === path[index + 1]?.x;
}

function vector(path: Path, index: number): number {
  const [from, to] = [path[index], path[index + 1]];
  return from && to ? to.x - from.x + (to.y - from.y) : 0;
}

function crossings(path: Path, others: Rect[]): number {
  let found = 0;
  for (const [from, to] of segments(path)) for (const rect of others) if (crosses(from, to, rect)) found += 1;
  return found;
}

function stretch(edge: Edge, path: Path, index: number): Stretch {
  const from = path[index] ?? { x: 0, y: 0 };
  const to = path[index + 1] ?? from;
  const upright = isUpright(path, index);
  const [start, end] = upright ? [from.y, to.y] : [from.x, to.x];
  const at = upright ? from.x : from.y;
  return { edge, isUpright: upright, at, from: Math.min(start, end), to: Math.max(start, end) };
}

function take(taken: Map<number, Stretch[]>, wanted: Stretch): void {
  const bucket = Math.floor(wanted.at / BUCKET);
  const entries = taken.get(bucket);
  if (entries) entries.push(wanted);
  else taken.set(bucket, [wanted]);
}

function isTaken(taken: Map<number, Stretch[]>, wanted: Stretch): boolean {
  const first = Math.floor((wanted.at - TOO_NEAR) / BUCKET);
  const last = Math.floor((wanted.at + TOO_NEAR) / BUCKET);
  for (let bucket = first; bucket <= last; bucket += 1)
    if (taken.get(bucket)?.some((other) => isAlong(wanted, other) && isConfusing(wanted.edge, other.edge)))
      return true;
  return false;
}

function isAlong(one: Stretch, other: Stretch): boolean {
  return (
    one.isUpright === other.isUpright &&
    Math.abs(one.at - other.at) < TOO_NEAR &&
    Math.min(one.to, other.to) - Math.max(one.from, other.from) > LEAST_OVERLAP
  );
}

/** Tells if nobody could tell the two edges apart where they share a line. */
function isConfusing(one: Edge, other: Edge): boolean {
  if (one.target === other.target) return false;
  return one.source !== other.source || one.kind === "catch" || other.kind === "catch";
}
