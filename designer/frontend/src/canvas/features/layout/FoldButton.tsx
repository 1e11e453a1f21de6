import {
  PanelBottomClose,
  PanelBottomOpen,
  PanelLeftClose,
  PanelLeftOpen,
  PanelRightClose,
  PanelRightOpen,
} from "lucide-react";
import { useCell } from "../../base/cell";
import { useTools } from "../../tools/context";
import { folded, type Panel } from "../../tools/panels";

const ICONS = {
  palette: { fold: PanelLeftClose, unfold: PanelLeftOpen },
  inspector: { fold: PanelRightClose, unfold: PanelRightOpen },
  drawer: { fold: PanelBottomClose, unfold: PanelBottomOpen },
};

/** Folds a panel, or unfolds it. */
export function FoldButton({ panel }: { panel: Panel }) {
  const { words, panels } = useTools();
  const isFolded = useCell(panels, (all) => all[panel].isFolded);
  const action = isFolded ? "unfold" : "fold";
  const name = words(`panel.${action}.${panel}`);
  const Icon = ICONS[panel][action];
  return (
    <button
      type="button"
      className="fold"
      title={name}
      aria-label={name}
      aria-expanded={!isFolded}
      onClick={() => panels.set(folded(panels.get(), panel))}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
