import { useEffect, useRef } from "react";

interface Props {
  label: string;
  value: string;
  longest: number;
  onAccept: (said: string) => void;
  onClose: () => void;
}

/** A name that is edited where it stands: Enter takes it, Esc leaves it. */
export function InlineField({ label, value, longest, onAccept, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const accept = () => {
    const said = field.current?.value.trim() ?? "";
    if (said && said !== value) onAccept(said);
    onClose();
  };
  return (
    <input
      ref={field}
      className="name name-field nodrag nopan"
      aria-label={label}
      defaultValue={value}
      maxLength={longest}
      autoFocus
      onBlur={accept}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") accept();
        if (event.key === "Escape") onClose();
      }}
    />
  );
}
