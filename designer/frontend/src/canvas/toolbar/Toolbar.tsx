import { useReactFlow, useStore } from "@xyflow/react";
import {
  Expand,
  Keyboard,
  Map as MapIcon,
  Maximize,
  Minus,
  Network,
  Plus,
  Redo2,
  Search,
  Undo2,
} from "lucide-react";
import type { MouseEvent } from "react";
import { useCell } from "../base/cell";
import { moveFocus } from "../base/focus";
import type { CanvasEdge } from "../flow/edges";
import { useFit } from "../flow/viewport";
import type { View } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";
import { Tool } from "./Tool";

/** What can be done to the whole flow, and to the look at it. */
export function Toolbar({ view, edges }: { view: View; edges: CanvasEdge[] }) {
  const { dispatch, words, overlay, hasMap } = useTools();
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const isMapShown = useCell(hasMap, (value) => value);
  const showAll = useFit(view, edges);
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={words("tool.title")}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight") moveFocus(event, 1);
        if (event.key === "ArrowLeft") moveFocus(event, -1);
      }}
    >
      <Tool
        name="undo"
        label={words("tool.undo")}
        icon={Undo2}
        enabled={view.can_undo}
        onClick={() => dispatch({ kind: "undo" })}
      />
      <Tool
        name="redo"
        label={words("tool.redo")}
        icon={Redo2}
        enabled={view.can_redo}
        onClick={() => dispatch({ kind: "redo" })}
      />
      <span className="divider" />
      <Tool
        name="auto-layout"
        label={words("tool.auto-layout")}
        icon={Network}
        onClick={() => dispatch({ kind: "auto-layout", states: [] })}
      />
      <span className="divider" />
      <Tool name="zoom-out" label={words("tool.zoom-out")} icon={Minus} onClick={() => zoomOut()} />
      <button type="button" className="zoom" title={words("tool.zoom")} onClick={() => zoomTo(1)}>
        {zoom}%
      </button>
      <Tool name="zoom-in" label={words("tool.zoom-in")} icon={Plus} onClick={() => zoomIn()} />
      <Tool name="fit" label={words("tool.fit")} icon={Maximize} onClick={() => showAll(200)} />
      <Tool
        name="map"
        label={words("tool.map")}
        icon={MapIcon}
        isOn={isMapShown}
        onClick={() => hasMap.set(!hasMap.get())}
      />
      <Tool name="full-screen" label={words("tool.full-screen")} icon={Expand} onClick={toggleFullScreen} />
      <span className="divider" />
      <Tool name="search" label={words("tool.search")} icon={Search} onClick={() => overlay.set("search")} />
      <Tool name="keys" label={words("tool.keys")} icon={Keyboard} onClick={() => overlay.set("keys")} />
    </div>
  );
}

/** The canvas alone, without the panels around it. */
function toggleFullScreen({ currentTarget }: MouseEvent): void {
  if (document.fullscreenElement) document.exitFullscreen();
  else currentTarget.closest(".designer-root")?.requestFullscreen();
}
