import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A ref to the value of the last render that is on the page, for event handlers that React Flow should get
 * once. It must not be read during a render.
 */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
