import type { Node as FlowNode } from "@xyflow/react";
import type { Translate } from "../base/words";
import { isCard } from "../model/cards";
import { stateInWords } from "../model/descriptions";
import { isFolded } from "../model/folding";
import { isContainer } from "../model/graph";
import type { Lane, Node, Note, View, ViewMode } from "../protocol/protocol.gen";
import { grouped } from "../routing/grouped";
import { START_SIZE, startRect } from "../routing/startMark";
import { laneNodes, noteNodes } from "./annotationNodes";

export type CanvasNode =
  | FlowNode<{ node: Node }>
  | FlowNode<{ isLoose: boolean }, "Start">
  | FlowNode<{ note: Note }, "Note">
  | FlowNode<{ lane: Lane }, "Lane">;

export function startId(scope: string): string {
  return `start:${scope}`;
}

/** The nodes for React Flow, which wants a container before the states in it. */
export function flowNodes(view: View, viewMode: ViewMode, words: Translate): CanvasNode[] {
  const states = ordered(view, "").map((node) => flowNode(node, viewMode, words));
  return [...laneNodes(view, words), ...states, ...starts(view), ...noteNodes(view, words)];
}

function ordered(view: View, root: string): Node[] {
  const byParent = grouped(Object.values(view.nodes), (node) => node.parent);
  const waiting = [...(byParent.get(root) ?? [])];
  const found: Node[] = [];
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    found.push(node);
    waiting.push(...(byParent.get(node.id) ?? []));
  }
  return found;
}

function flowNode(node: Node, viewMode: ViewMode, words: Translate): CanvasNode {
  const isBranch = node.type === "Branch";
  return {
    id: node.id,
    type: node.type,
    position: { x: node.x, y: node.y },
    width: node.width,
    height: node.height,
    data: { node },
    draggable: !isBranch,
    selectable: !isBranch,
    ...(isBranch ? {} : spoken(node, viewMode, words)),
    ...(node.parent ? { parentId: node.parent } : {}),
  };
}

/** The attributes of a state for keyboard and screen reader. */
function spoken(
  node: Node,
  viewMode: ViewMode,
  words: Translate,
): Pick<CanvasNode, "ariaRole" | "ariaLabel" | "domAttributes"> {
  return {
    ariaRole: "group",
    ariaLabel: stateInWords(node, viewMode, words),
    domAttributes: {
      tabIndex: -1,
      "aria-roledescription": words(isCard(node.type) ? "card.role" : "state.role"),
    },
  };
}

/**
 * The nodes, one of which Tab leads to: the selected one, else the first. The arrow keys lead on from there.
 */
export function withTabStop(nodes: CanvasNode[], first: string | undefined): CanvasNode[] {
  const stop = nodes.find((node) => node.selected)?.id ?? first;
  return nodes.map((node) =>
    node.id === stop ? { ...node, domAttributes: { ...node.domAttributes, tabIndex: 0 } } : node,
  );
}

/** A start mark for each scope that has states; without a start state, it stands above the topmost one. */
function starts(view: View): CanvasNode[] {
  const first = new Map(
    Object.values(view.edges).flatMap((edge): [string, Node | undefined][] =>
      edge.kind === "start" ? [[edge.source, view.nodes[edge.target]]] : [],
    ),
  );
  const states = Object.values(view.nodes).filter(({ type }) => type !== "Branch" && !isCard(type));
  return [...grouped(states, (node) => node.parent)].map(([scope, inside]) => {
    const topmost = inside.reduce((top, node) => (node.y < top.y ? node : top));
    return startNode(scope, first.get(scope) ?? topmost, !first.has(scope));
  });
}

function startNode(scope: string, target: Node, isLoose: boolean): CanvasNode {
  const { x, y } = startRect(target);
  return {
    id: startId(scope),
    type: "Start",
    position: { x, y },
    width: START_SIZE,
    height: START_SIZE,
    data: { isLoose },
    draggable: false,
    selectable: false,
    ...(scope ? { parentId: scope } : {}),
  };
}

/**
 * The nodes as they are to be shown next: a selected node stays selected, and one that is being dragged stays
 * under the pointer, whatever changes in the view meanwhile.
 */
export function merged(
  shown: CanvasNode[],
  next: CanvasNode[],
  select: ((id: string) => boolean) | null,
): CanvasNode[] {
  const before = new Map(shown.map((node) => [node.id, node]));
  const nodes = next.map((node) => {
    const old = before.get(node.id);
    const selected = node.selectable === false ? false : select ? select(node.id) : Boolean(old?.selected);
    if (!old) return { ...node, selected };
    if (old.dragging || old.resizing) return { ...old, data: node.data, selected } as CanvasNode;
    const { x, y } = node.position;
    const { width, height } = node;
    const isThere =
      old.position.x === x && old.position.y === y && old.width === width && old.height === height;
    const isSame = isSameData(old.data, node.data) && old.ariaLabel === node.ariaLabel;
    if (isThere && old.selected === selected && isSame) return old;
    return { ...node, ...(old.measured ? { measured: old.measured } : {}), selected } as CanvasNode;
  });
  return nodes.length === shown.length && nodes.every((node, index) => node === shown[index]) ? shown : nodes;
}

function isSameData(one: CanvasNode["data"], other: CanvasNode["data"]): boolean {
  const [mine, others] = [Object.values(one), Object.values(other)];
  return mine.every((value, index) => value === others[index]);
}

export function isScope(node: Node | undefined): boolean {
  return node !== undefined && isContainer(node.type) && !isFolded(node);
}
