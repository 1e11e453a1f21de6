import { useReactFlow } from "@xyflow/react";
import { useEffect, useEffectEvent, useRef } from "react";
import { newId } from "../../../shared/newId";
import { freePlace } from "../../flow/dropping";
import { isScope } from "../../flow/nodes";
import type { Flow } from "../../flow/useFlow";
import { inside } from "../../model/makeRoom";
import type { ClipboardText, Paste, View } from "../../protocol/protocol.gen";
import { GAP_DOWN, SIZES } from "../../protocol/states.gen";
import { centre, contains, deepest, type Point, rectangles } from "../../routing/geometry";
import { useTools } from "../../tools/context";
import { appendPlace } from "../adding/newStates";
import { isAround, isTyping } from "../keyboard/useKeyboard";

/** Copies and pastes states as ASL text, which only Python reads. */
export function useClipboard(
  root: HTMLElement | null,
  board: { current: HTMLElement | null },
  view: View,
  flow: Flow,
  copied: ClipboardText | null,
): void {
  const { subject, dispatch } = useTools();
  const { screenToFlowPosition } = useReactFlow();
  const pointer = useRef<Point | null>(null);

  const number = copied?.number;
  const writeCopied = useEffectEvent(() => copied && write(copied.text));
  useEffect(() => {
    if (number !== undefined) writeCopied();
  }, [number]);

  const pasteCards = (text: string, uid: string, { x, y }: Point) => {
    const [after] = flow.selected.length === 1 ? flow.selected : [];
    const behind = view.nodes[after ?? ""];
    const top = behind ? behind.y + behind.height + GAP_DOWN : y;
    flow.selectNext((id) => id.startsWith(`${uid}-`));
    dispatch({ kind: "paste-cards", uid, text, x: Math.round(x), y: Math.round(top), after: after ?? null });
  };
  const paste = useEffectEvent((text: string) => {
    const bounds = board.current?.getBoundingClientRect();
    if (!bounds || !text.trim()) return;
    const isOver = pointer.current !== null && contains(bounds, pointer.current);
    const point = screenToFlowPosition(isOver && pointer.current ? pointer.current : centre(bounds));
    const uid = newId();
    if (subject === "sketch") {
      pasteCards(text, uid, point);
      return;
    }
    flow.selectNext((id) => id.startsWith(`${uid}-`));
    const free = freelyPasted(view, point);
    const isFollowing = flow.selected.length > 0 || free.scope === "";
    const place = (isFollowing && followed(view, flow.selected)) || free;
    dispatch({ kind: "paste", uid, text, ...place, edge: null, way: null });
  });

  useEffect(() => {
    if (!root) return;
    const onPaste = (event: ClipboardEvent) => {
      const [target] = event.composedPath();
      const isOurs = isAround(target ?? null, root) || (target instanceof Node && root.contains(target));
      if (!isOurs || isTyping(target)) return;
      event.preventDefault();
      paste(event.clipboardData?.getData("text/plain") ?? "");
    };
    const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
      pointer.current = { x: clientX, y: clientY };
    };
    document.addEventListener("paste", onPaste);
    root.addEventListener("pointermove", onPointerMove);
    return () => {
      document.removeEventListener("paste", onPaste);
      root.removeEventListener("pointermove", onPointerMove);
    };
  }, [root]);
}

type Place = Pick<Paste, "scope" | "x" | "y" | "after">;

/** The place behind the selection, as that of an appended state; none where it leads on to several states. */
function followed(view: View, selected: string[]): Place | undefined {
  const leadsIn = (id: string) =>
    Object.values(view.edges).some((edge) => edge.source === id && selected.includes(edge.target));
  const last = selected.length > 1 ? selected.filter((id) => !leadsIn(id)) : selected;
  if (last.length > 1) return undefined;
  const place = appendPlace(view, SIZES.Task, last[0]);
  return place.after || place.scope ? place : undefined;
}

/** The place at the pointer, which belongs to the innermost container there. */
function freelyPasted(view: View, point: Point): Place {
  const rects = rectangles(view);
  const scope = deepest(view, rects, point, (id) => isScope(view.nodes[id])) ?? "";
  const corner = rects.get(scope) ?? { x: 0, y: 0 };
  const wanted = inside(scope, { x: Math.round(point.x - corner.x), y: Math.round(point.y - corner.y) });
  return { scope, ...freePlace(view, scope, { ...SIZES.Task, ...wanted }), after: null };
}

function write(text: string): void {
  navigator.clipboard?.writeText(text).catch(() => writeByHand(text));
  if (!navigator.clipboard) writeByHand(text);
}

/** A page that is not served securely has no clipboard of its own. */
function writeByHand(text: string): void {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
