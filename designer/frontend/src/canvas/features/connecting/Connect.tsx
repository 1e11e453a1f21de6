import { useState } from "react";
import { newId } from "../../../shared/newId";
import { useCell } from "../../base/cell";
import { inScope } from "../../flow/dropping";
import type { Flow } from "../../flow/useFlow";
import { mayDraw } from "../../model/cards";
import type { Entry } from "../../model/entries";
import { isListed, leaving, transitionKinds } from "../../model/graph";
import { Finder } from "../../overlays/Finder";
import { Menu } from "../../overlays/Menu";
import type { Edge, EdgeKind, Node, View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { EdgeTarget, type Offer } from "./EdgeTarget";

const ON_TOP = { top: 14, left: "50%", transform: "translateX(-50%)" };

interface Props extends Offer {
  flow: Flow;
  onNew: (entry: Entry, from: Node, kind: EdgeKind) => void;
}

/** Draws an edge from the selected state by keyboard, or reconnects the selected edge. */
export function Connect({ flow, onNew, ...offer }: Props) {
  const { view } = offer;
  const { subject, overlay } = useTools();
  const isShown = useCell(overlay, (value) => value === "connect");
  const edge = view.edges[flow.selectedEdges[0] ?? ""];
  const state = view.nodes[flow.selected[0] ?? ""];
  if (!isShown) return null;
  if (edge) return <Reconnecting view={view} edge={edge} />;
  if (state && subject === "sketch") return <DrawingArrow view={view} from={state} />;
  return state ? <Drawing {...offer} from={state} onNew={onNew} /> : null;
}

/** Asks for the card that an arrow is to lead to. */
function DrawingArrow({ view, from }: { view: View; from: Node }) {
  const { dispatch, overlay, words } = useTools();
  return (
    <Finder
      title={words("connect.target", { from: from.name })}
      options={Object.values(view.nodes).filter(({ id }) => mayDraw(view, from.id, id))}
      onChoose={(target) =>
        dispatch({ kind: "draw-arrow", uid: newId(), source: from.id, target, label: "" })
      }
      onClose={() => overlay.set(null)}
    />
  );
}

function Reconnecting({ view, edge }: { view: View; edge: Edge }) {
  const { dispatch, overlay, words } = useTools();
  const from = view.nodes[edge.source];
  const beside = inScope(view, view.nodes[edge.target]?.parent ?? "");
  return (
    <Finder
      title={words("connect.target", { from: from?.name ?? "" })}
      options={beside}
      onChoose={(target) => dispatch({ kind: "reconnect", edge: edge.id, target })}
      onClose={() => overlay.set(null)}
    />
  );
}

/**
 * Asks for the kind of the edge first, where there are several, and then for the target: a state, or a new
 * one.
 */
function Drawing({ from, onNew, ...offer }: Offer & Pick<Props, "onNew"> & { from: Node }) {
  const { view } = offer;
  const { overlay, words } = useTools();
  const kinds = transitionKinds(from.type);
  const [kind, setKind] = useState<EdgeKind | undefined>(kinds.length === 1 ? kinds[0] : undefined);
  const close = () => overlay.set(null);
  if (kind === undefined) {
    const undrawn = kinds.findIndex((kind) => isListed(kind) || leaving(view, from.id, kind).length === 0);
    return (
      <Menu title={words("connect.way", { from: from.name })} style={ON_TOP} first={undrawn} onClose={close}>
        {kinds.map((kind) => (
          <button key={kind} type="button" role="menuitem" data-way={kind} onClick={() => setKind(kind)}>
            <svg className={`way-out way-out-${kind}`} width="28" height="10" aria-hidden="true">
              <path d="M0 5H26" />
            </svg>
            {words(`way.${kind}`)}
          </button>
        ))}
      </Menu>
    );
  }
  return (
    <EdgeTarget
      {...offer}
      kind={kind}
      from={from}
      scope={from.parent}
      onNew={(entry) => onNew(entry, from, kind)}
      onClose={close}
    />
  );
}
