import { useEffect, useRef } from "react";

interface Props {
  label: string;
  value: string;
  longest: number;
  onAccept: (said: string) => void;
  onClose: () => void;
}

/** A name that is edited where it stands: Enter takes it, Esc leaves it; the focus goes back to what bears it. */
export function InlineField({ label, value, longest, onAccept, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useEffect(() => field.current?.select(), []);
  const leave = (said: string) => {
    if (isLeft.current) return;
    isLeft.current = true;
    if (said && said !== value) onAccept(said);
    onClose();
  };
  const giveBack = () =>
    field.current?.closest<HTMLElement>(".react-flow__node")?.focus({ preventScroll: true });
  return (
    <input
      ref={field}
      className="name name-field nodrag nopan"
      aria-label={label}
      defaultValue={value}
      maxLength={longest}
      autoFocus
      onBlur={(event) => leave(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") leave("");
        if (event.key === "Enter" || event.key === "Escape") giveBack();
      }}
    />
  );
}
