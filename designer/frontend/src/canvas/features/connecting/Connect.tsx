import { useState } from "react";
import { selectState } from "../../../shared/stateSelection";
import { useCell } from "../../base/cell";
import { inScope } from "../../flow/dropping";
import type { Flow } from "../../flow/useFlow";
import { EntryIcon } from "../../icons/EntryIcon";
import { type Entry, FAVOURITES, OFFERED } from "../../model/entries";
import { isListed, leaving, transitionKinds } from "../../model/graph";
import { Finder, type Option } from "../../overlays/Finder";
import { Menu } from "../../overlays/Menu";
import type { Edge, EdgeKind, Node, View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { entryName } from "../adding/newStates";

const ON_TOP = { top: 14, left: "50%", transform: "translateX(-50%)" };

const EVERY = [...OFFERED, ...FAVOURITES.slice(1)];

interface Props {
  view: View;
  flow: Flow;
  onNew: (entry: Entry, from: Node, kind: EdgeKind) => void;
}

/** Draws an edge from the selected state by keyboard, or reconnects the selected edge. */
export function Connect({ view, flow, onNew }: Props) {
  const { overlay } = useTools();
  const isShown = useCell(overlay, (value) => value === "connect");
  const edge = view.edges[flow.selectedEdges[0] ?? ""];
  const state = view.nodes[flow.selected[0] ?? ""];
  if (!isShown) return null;
  if (edge) return <Reconnecting view={view} edge={edge} />;
  return state ? <Drawing view={view} from={state} onNew={onNew} /> : null;
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
function Drawing({ view, from, onNew }: { view: View; from: Node; onNew: Props["onNew"] }) {
  const { dispatch, overlay, words } = useTools();
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
  const others = inScope(view, from.parent).filter(({ id }) => id !== from.id);
  const states: Option[] = isListed(kind) ? [...others, from] : others;
  const fresh = EVERY.map((entry) => ({
    id: `new ${entry.template}`,
    name: words("connect.new", { name: entryName(entry, words) }),
    icon: <EntryIcon entry={entry} />,
  }));
  const choose = (id: string) => {
    const entry = EVERY.find(({ template }) => id === `new ${template}`);
    if (entry) {
      onNew(entry, from, kind);
      return;
    }
    dispatch({ kind: "connect", edge: kind, source: from.id, target: id });
    selectState(from.id);
  };
  return (
    <Finder
      title={words("connect.target", { from: from.name })}
      options={[...states, ...fresh]}
      onChoose={choose}
      onClose={close}
    />
  );
}
