import { useEffect, useRef } from "react";
import { useInitialFocus } from "../../base/useInitialFocus";
import { nodeAround } from "../../flow/reactFlowDom";

interface Props {
  label: string;
  value: string;
  longest: number;
  onAccept: (value: string) => void;
  onClose: () => void;
}

/** A field for a name in its place: Enter accepts, Esc cancels; the focus goes back to the node. */
export function InlineField({ label, value, longest, onAccept, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useInitialFocus(field);
  useEffect(() => field.current?.select(), []);
  const leave = (text: string) => {
    if (isLeft.current) return;
    isLeft.current = true;
    if (text && text !== value) onAccept(text);
    onClose();
  };
  const giveBack = () => nodeAround(field.current)?.focus({ preventScroll: true });
  return (
    <input
      ref={field}
      className="name name-field nodrag nopan"
      aria-label={label}
      defaultValue={value}
      maxLength={longest}
      onBlur={(event) => leave(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") leave("");
        if (event.key === "Enter" || event.key === "Escape") giveBack();
      }}
    />
  );
}
