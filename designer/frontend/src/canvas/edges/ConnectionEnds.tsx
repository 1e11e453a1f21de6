import { useConnection, useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { afterPicture } from "../base/afterPicture";
import { elementOf, portId } from "../flow/reactFlowDom";

/** Marks the board and the two ports of the edge that a person is drawing, as long as it is being drawn. */
export function ConnectionEnds() {
  const from = useConnection(({ fromHandle }) => fromHandle && portId(fromHandle.nodeId, fromHandle));
  const to = useConnection(({ toHandle, isValid }) =>
    toHandle && isValid ? portId(toHandle.nodeId, toHandle) : null,
  );
  useBoardMark(from !== null);
  useMark(from, "from");
  useMark(to, "to");
  return null;
}

/**
 * Lets the ports of all states take the end of an edge. They cease to after the picture of what was drawn, which is
 * not to wait for the style of so many elements.
 */
function useBoardMark(isDrawing: boolean): void {
  const store = useStoreApi();
  const stay = useRef(() => {});
  useLayoutEffect(() => {
    const board = store.getState().domNode;
    if (!isDrawing || !board) return;
    stay.current();
    board.setAttribute("data-drawing", "");
    return () => {
      stay.current = afterPicture(() => board.removeAttribute("data-drawing"));
    };
  }, [store, isDrawing]);
}

function useMark(port: string | null, end: string): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    const element = port === null ? null : elementOf(store.getState().domNode, port);
    element?.setAttribute("data-connecting", end);
    return () => element?.removeAttribute("data-connecting");
  }, [store, port, end]);
}
