import { useReactFlow } from "@xyflow/react";
import { useEffect, useEffectEvent, useRef } from "react";
import { newId } from "../../../shared/newId";
import { freePlace } from "../../flow/dropping";
import { isScope } from "../../flow/nodes";
import type { Flow } from "../../flow/useFlow";
import type { ClipboardText, View } from "../../protocol/protocol.gen";
import { SIZES } from "../../protocol/states.gen";
import { centre, contains, deepest, type Point, rectangles } from "../../routing/geometry";
import { useTools } from "../../tools/context";
import { within } from "../adding/newStates";
import { isTyping } from "../keyboard/useKeyboard";

/** Copies and pastes states as ASL text, which only Python reads. */
export function useClipboard(
  root: HTMLElement | null,
  board: { current: HTMLElement | null },
  view: View,
  flow: Flow,
  copied: ClipboardText | null,
): void {
  const { dispatch } = useTools();
  const { screenToFlowPosition } = useReactFlow();
  const pointer = useRef<Point | null>(null);

  const number = copied?.number;
  const writeCopied = useEffectEvent(() => copied && write(copied.text));
  useEffect(() => {
    if (number !== undefined) writeCopied();
  }, [number]);

  const paste = useEffectEvent((text: string) => {
    const bounds = board.current?.getBoundingClientRect();
    if (!bounds || !text.trim()) return;
    const isOver = pointer.current !== null && contains(bounds, pointer.current);
    const point = screenToFlowPosition(isOver && pointer.current ? pointer.current : centre(bounds));
    const rects = rectangles(view);
    const scope = deepest(view, rects, point, (id) => isScope(view.nodes[id])) ?? "";
    const corner = rects.get(scope) ?? { x: 0, y: 0 };
    const wanted = within(scope, { x: Math.round(point.x - corner.x), y: Math.round(point.y - corner.y) });
    const uid = newId();
    flow.selectNext((id) => id.startsWith(`${uid}-`));
    const place = freePlace(view, scope, { ...SIZES.Task, ...wanted });
    dispatch({ kind: "paste", uid, text, scope, ...place, edge: null, after: null });
  });

  useEffect(() => {
    if (!root) return;
    const onPaste = (event: ClipboardEvent) => {
      const [target] = event.composedPath();
      const isOurs = target === document.body || (target instanceof Node && root.contains(target));
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
