import { useEffect, useRef } from "react";
import { useInitialFocus } from "../../base/useInitialFocus";
import { nodeAround } from "../../flow/reactFlowDom";

interface Props {
  label: string;
  value: string;
  longest: number;
  /** True where no words at all may be accepted, too. */
  mayBeEmpty?: boolean;
  onAccept: (value: string) => void;
  onClose: () => void;
  /** Called after Enter, when the field is closed. */
  onDone?: () => void;
}

/** A field for a name in its place: Enter accepts, Esc cancels; the focus goes back to the node. */
export function InlineField({ label, value, longest, mayBeEmpty, onAccept, onClose, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useInitialFocus(field);
  useEffect(() => field.current?.select(), []);
  const leave = (text: string | null) => {
    if (isLeft.current) return;
    isLeft.current = true;
    if (text !== null && (text || mayBeEmpty) && text !== value) onAccept(text);
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
        if (event.key === "Escape") leave(null);
        if (event.key === "Enter" || event.key === "Escape") giveBack();
        if (event.key === "Enter" && onDone) {
          leave(event.currentTarget.value.trim());
          onDone();
        }
      }}
    />
  );
}
