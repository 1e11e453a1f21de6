import type { LucideIcon } from "lucide-react";
import type { MouseEvent } from "react";

interface Props {
  name: string;
  label: string;
  icon: LucideIcon;
  enabled?: boolean;
  /** Whether what it switches is on; not given where it switches nothing. */
  isOn?: boolean;
  onClick: (event: MouseEvent) => void;
}

/** A button of a toolbar: an icon whose words are its name. */
export function Tool({ name, label, icon: Icon, enabled = true, isOn, onClick }: Props) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      data-tool={name}
      aria-pressed={isOn}
      disabled={!enabled}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
