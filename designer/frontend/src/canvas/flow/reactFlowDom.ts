/**
 * The class names and attributes of React Flow's elements on the page, which its documentation does not
 * promise. They are used here, and in `styles/`; a browser test holds that each is there.
 */
const NODE = ".react-flow__node";
const EDGE = ".react-flow__edge";
const EDGE_LABELS = ".react-flow__edgelabel-renderer";
const ID = "data-id";
/** The id of the only flow on a page, which begins the ids of ports. */
const FLOW = "1";

/** The element of a state, an annotation or an edge. */
export function elementOf(board: HTMLElement | null, id: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(withId(id)) ?? null;
}

/** The id of the state, annotation or edge that an element belongs to itself. */
export function idOf(element: Element | null): string | undefined {
  return element?.getAttribute(ID) ?? undefined;
}

export function nodeSelector(id: string): string {
  return NODE + withId(id);
}

export function edgeSelector(id: string): string {
  return EDGE + withId(id);
}

/** A port of a node: an edge begins there, or ends. */
export interface PortName {
  id: string;
  type: "source" | "target";
}

/** The `data-id` of a port. */
export function portId(node: string, { id, type }: { id?: string | null; type: string }): string {
  return `${FLOW}-${node}-${id}-${type}`;
}

/** The attributes by which React Flow finds a port, and knows if an edge may begin or end there. */
export function portAttributes(node: string, port: PortName, side: string, isOpen: boolean) {
  const use = port.type === "source" ? "connectablestart connectionindicator" : "connectableend";
  const classes = `react-flow__handle react-flow__handle-${side} nodrag nopan ${port.type}`;
  return {
    className: isOpen ? `${classes} connectable ${use}` : classes,
    [ID]: portId(node, port),
    "data-handleid": port.id,
    "data-nodeid": node,
    "data-handlepos": side,
  };
}

/** The node that an element of its inside belongs to. */
export function nodeAround(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>(NODE) ?? null;
}

const layers = new WeakMap<HTMLElement, Element>();

/**
 * The layer for labels, which stays the same element. React Flow's own EdgeLabelRenderer looks for it again at
 * every move of the viewport.
 */
export function edgeLabelLayer(board: HTMLElement | null): Element | null {
  if (!board) return null;
  const known = layers.get(board);
  if (known?.isConnected) return known;
  const layer = board.querySelector(EDGE_LABELS);
  if (layer) layers.set(board, layer);
  return layer;
}

function withId(id: string): string {
  return `[${ID}="${CSS.escape(id)}"]`;
}
