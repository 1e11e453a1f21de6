import { withoutAnnotations } from "../../model/annotations";
import { isFlow, mayDraw, withArrowKinds } from "../../model/cards";
import { reducer } from "../../model/reducer";
import type { Delete, Edge, View } from "../../protocol/protocol.gen";

/** Deletes arrows, lanes and cards; where the flow leads on to one card, what led to a deleted one leads there. */
export function remove(view: View, { states, edges }: Delete): View {
  const left = Object.fromEntries(Object.entries(view.edges).filter(([id]) => !edges.includes(id)));
  return withArrowKinds(states.reduce(withoutCard, withoutAnnotations({ ...view, edges: left }, states)));
}

function withoutCard(view: View, id: string): View {
  if (!view.nodes[id]) return view;
  const leaving = Object.values(view.edges).filter(({ source, kind }) => source === id && isFlow(kind));
  const successor = leaving.length === 1 && leaving[0]?.target !== id ? leaving[0]?.target : undefined;
  const nodes = Object.fromEntries(Object.entries(view.nodes).filter(([key]) => key !== id));
  let rest: View = { ...view, nodes };
  const healed = (edge: Edge): Edge[] => {
    if (edge.source === id) return [];
    if (edge.target !== id) return [edge];
    if (!successor || !isFlow(edge.kind) || !mayDraw(rest, edge.source, successor)) return [];
    const target = { ...edge, target: successor };
    rest = { ...rest, edges: { ...rest.edges, [edge.id]: target } };
    return [target];
  };
  const edges = Object.fromEntries(
    Object.values(view.edges)
      .flatMap(healed)
      .map((edge) => [edge.id, edge]),
  );
  return withArrowKinds({ ...rest, edges });
}

export default reducer("delete", remove);
