import type { LucideIcon } from "lucide-react";
import type { MouseEvent } from "react";

interface Props {
  name: string;
  label: string;
  icon: LucideIcon;
  enabled?: boolean;
  onClick: (event: MouseEvent) => void;
}

/** A button of a toolbar: an icon whose words are its name. */
export function Tool({ name, label, icon: Icon, enabled = true, onClick }: Props) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      data-tool={name}
      disabled={!enabled}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
