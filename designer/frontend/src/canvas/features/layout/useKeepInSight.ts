import { useStore } from "@xyflow/react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useReveal } from "../../flow/useReveal";

/** Keeps the selected state in sight when the board gets smaller, since a panel opens or grows. */
export function useKeepInSight(selected: string[]): void {
  const reveal = useReveal();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const before = useRef({ width, height });
  const keep = useEffectEvent((now: { width: number; height: number }) => {
    const isSmaller = now.width < before.current.width || now.height < before.current.height;
    before.current = now;
    if (isSmaller && selected.length === 1 && selected[0]) reveal(selected[0], true);
  });
  useEffect(() => keep({ width, height }), [width, height]);
}
