import type { NodeProps, NodeTypes } from "@xyflow/react";
import { type ComponentType, memo } from "react";
import type { CanvasNode } from "../flow/nodes";
import { CARD_TYPES } from "../model/cards";
import type { CardType, Node } from "../protocol/protocol.gen";
import { Branch } from "./Branch";
import { Choice } from "./Choice";
import { Fail } from "./Fail";
import { Lane } from "./Lane";
import { MapState } from "./Map";
import { Note } from "./Note";
import { Parallel } from "./Parallel";
import { Pass } from "./Pass";
import { SketchCard } from "./SketchCard";
import { Start } from "./Start";
import { Succeed } from "./Succeed";
import { Task } from "./Task";
import { Unknown } from "./Unknown";
import { Wait } from "./Wait";

const states: Record<Exclude<Node["type"], CardType>, ComponentType<{ node: Node }>> = {
  Branch,
  Choice,
  Fail,
  Map: MapState,
  Parallel,
  Pass,
  Succeed,
  Task,
  Unknown,
  Wait,
};

/** One component for all cards: a card that becomes one of another kind keeps the words that are being written. */
const card = withData(SketchCard);

/** The component of each type of node, rendered again only when the node itself has changed. */
export const nodeTypes: NodeTypes = {
  ...Object.fromEntries(Object.entries(states).map(([type, Component]) => [type, withData(Component)])),
  ...Object.fromEntries(CARD_TYPES.map((type) => [type, card])),
  Start,
  Note,
  Lane,
};

function withData(Component: ComponentType<{ node: Node }>) {
  return memo(
    ({ data }: NodeProps<CanvasNode>) => ("node" in data ? <Component node={data.node} /> : null),
    (before, after) => isSameState(before.data, after.data),
  );
}

/** Compares all but the position, which React Flow applies itself. */
function isSameState(before: CanvasNode["data"], after: CanvasNode["data"]): boolean {
  if (!("node" in before && "node" in after)) return before === after;
  const { x: _x, y: _y, ...one } = before.node;
  const { x: _otherX, y: _otherY, ...other } = after.node;
  return JSON.stringify(one) === JSON.stringify(other);
}
