import { type MouseEvent, type PointerEvent, useRef, useState } from "react";

const THRESHOLD = 4;

interface Pointer {
  x: number;
  y: number;
}

interface Listeners {
  onMove: (pointer: Pointer | null) => void;
  onDrop: (pointer: Pointer) => void;
  onClick: () => void;
}

/** Tells a drag of a button from a click on it. */
export function useEntryDrag({ onMove, onDrop, onClick }: Listeners) {
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const origin = useRef<Pointer | null>(null);
  const hasDragged = useRef(false);

  const end = () => {
    origin.current = null;
    setPointer(null);
    onMove(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      origin.current = { x: event.clientX, y: event.clientY };
      hasDragged.current = false;
    },
    onPointerMove: (event: PointerEvent) => {
      const start = origin.current;
      if (!start) return;
      const at = { x: event.clientX, y: event.clientY };
      if (!hasDragged.current && Math.hypot(at.x - start.x, at.y - start.y) < THRESHOLD) return;
      hasDragged.current = true;
      setPointer(at);
      onMove(at);
    },
    onPointerUp: (event: PointerEvent) => {
      if (!origin.current) return;
      end();
      if (hasDragged.current) onDrop({ x: event.clientX, y: event.clientY });
    },
    onPointerCancel: end,
    onClick: (event: MouseEvent) => {
      if (hasDragged.current && event.detail > 0) return;
      onClick();
    },
  };
  return { pointer, handlers };
}
