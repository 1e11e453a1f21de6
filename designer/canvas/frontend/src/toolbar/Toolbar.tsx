import { useReactFlow, useStore } from "@xyflow/react";
import {
  Expand,
  Keyboard,
  type LucideIcon,
  Map as MapIcon,
  Maximize,
  Minus,
  Network,
  Plus,
  Redo2,
  Search,
  Undo2,
} from "lucide-react";
import { useTools } from "../context";
import type { CanvasEdge } from "../flow/edges";
import { useFit } from "../flow/looking";
import type { View } from "../protocol.gen";

/** What can be done to the whole flow, and to the look at it. */
export function Toolbar({ view, edges }: { view: View; edges: CanvasEdge[] }) {
  const { dispatch, words, overlay, hasMap } = useTools();
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const fit = useFit(view, edges);
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div className="toolbar" role="toolbar" aria-label={words("tool.title")} aria-orientation="horizontal">
      <Tool name="undo" icon={Undo2} enabled={view.can_undo} onClick={() => dispatch({ kind: "undo" })} />
      <Tool name="redo" icon={Redo2} enabled={view.can_redo} onClick={() => dispatch({ kind: "redo" })} />
      <span className="divider" />
      <Tool name="auto-layout" icon={Network} onClick={() => dispatch({ kind: "auto-layout" })} />
      <span className="divider" />
      <Tool name="zoom-out" icon={Minus} onClick={() => zoomOut()} />
      <button type="button" className="zoom" title={words("tool.zoom")} onClick={() => zoomTo(1)}>
        {zoom}%
      </button>
      <Tool name="zoom-in" icon={Plus} onClick={() => zoomIn()} />
      <Tool name="fit" icon={Maximize} onClick={() => fit(200)} />
      <Tool name="map" icon={MapIcon} onClick={() => hasMap.set(!hasMap.get())} />
      <Tool name="full-screen" icon={Expand} onClick={toggleFullScreen} />
      <span className="divider" />
      <Tool name="search" icon={Search} onClick={() => overlay.set("search")} />
      <Tool name="keys" icon={Keyboard} onClick={() => overlay.set("keys")} />
    </div>
  );
}

/** The whole page, for the inspector is beside the canvas. */
function toggleFullScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
}

function Tool(props: { name: string; icon: LucideIcon; enabled?: boolean; onClick: () => void }) {
  const { words } = useTools();
  const { name, icon: Icon, enabled = true, onClick } = props;
  const label = words(`tool.${name}`);
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
