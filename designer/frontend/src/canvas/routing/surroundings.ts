import type { View } from "../protocol/protocol.gen";
import { TITLE } from "../protocol/states.gen";
import { Bands } from "./bands";
import { bounds, crosses, isWithin, type Point, type Rect } from "./geometry";
import { type Path, segments } from "./path";

const HEAD = 11;
const HALF_HEAD = 5;
const BRANCH_TITLE = 34;
const END_MARK = { width: 20, height: 26 };
const HOLDERS = new Set(["Map", "Parallel", "Branch"]);
const OUTSIDE_COST = 10;

/** A thing that no label covers; a container may be covered by the labels of what is in it. */
interface Solid {
  rect: Rect;
  container: string;
}

/** States, arrowheads, marks, labels and paths, found by their place. */
export class Layer {
  readonly solids = new Bands<Solid>();
  readonly labels = new Bands<Rect>();
  readonly paths = new Bands<Path>();
  /** The right edge of everything. */
  right = 0;

  /** A state with its title and its marks, or a branch. */
  addNode(view: View, id: string, rect: Rect): void {
    const node = view.nodes[id];
    if (!node) return;
    const isHolder = HOLDERS.has(node.type);
    this.addSolid(rect, isHolder ? id : "");
    if (isHolder) this.addSolid({ ...rect, height: node.type === "Branch" ? BRANCH_TITLE : TITLE });
    if (node.terminal && node.type !== "Succeed" && node.type !== "Fail") {
      const x = rect.x + rect.width / 2 - END_MARK.width / 2;
      this.addSolid({ x, y: rect.y + rect.height, ...END_MARK });
    }
  }

  addPath(path: Path, start: Rect | null): void {
    const around = bounds(path);
    this.paths.add(path, around);
    this.right = Math.max(this.right, around.x + around.width);
    this.addSolid(headOf(path));
    if (start) this.addSolid(start);
  }

  addLabel(box: Rect): void {
    this.labels.add(box, box);
  }

  private addSolid(rect: Rect, container = ""): void {
    this.solids.add({ rect, container }, rect);
    this.right = Math.max(this.right, rect.x + rect.width);
  }
}

/** All that a label may meet: `holders` are the containers around it, and it should stay in the `frame`. */
export interface Surroundings {
  layers: Layer[];
  frame: Rect | undefined;
  holders: ReadonlySet<string>;
  /** The boxes of labels that are to be placed anew. */
  leaving: ReadonlySet<Rect>;
}

/** Tells if a label there would cover a state, an arrowhead, a mark, or another label. */
export function isBlocked(box: Rect, { layers, holders, leaving }: Surroundings): boolean {
  return layers.some(
    ({ solids, labels }) =>
      solids.some(box, ({ container }) => !holders.has(container)) ||
      labels.some(box, (label) => !leaving.has(label)),
  );
}

/** The cost of a place that covers nothing: for each other edge that it meets, and outside of its frame. */
export function costOf(box: Rect, path: Path, { layers, frame }: Surroundings): number {
  let cost = frame && !isWithin(box, frame) ? OUTSIDE_COST : 0;
  for (const { paths } of layers)
    for (const other of paths.within(box)) if (other !== path && meets(other, box)) cost += 1;
  return cost;
}

/** The rectangle of an arrowhead. */
export function headOf(path: Path): Rect {
  const end = path.at(-1) ?? { x: 0, y: 0 };
  const before = path.at(-2) ?? end;
  const back: Point = {
    x: end.x - Math.sign(end.x - before.x) * HEAD,
    y: end.y - Math.sign(end.y - before.y) * HEAD,
  };
  const { x, y, width, height } = bounds([end, back]);
  const [across, down] = [width ? 0 : HALF_HEAD, height ? 0 : HALF_HEAD];
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}

function meets(path: Path, box: Rect): boolean {
  return segments(path).some(([from, to]) => crosses(from, to, box));
}
