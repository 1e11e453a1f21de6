import { useInternalNode, useStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, useEffect, useState } from "react";
import { type OtherPerson, onOthers } from "../../../shared/others";
import { grouped } from "../../routing/grouped";

/** Outlines what other people have selected, each in the person's colour with the name. */
export function Others() {
  const [others, setOthers] = useState<OtherPerson[]>([]);
  useEffect(() => onOthers(setOthers), []);
  const pairs = others.flatMap((person) => person.selected.map((id) => ({ id, person })));
  const byId = grouped(pairs, ({ id }) => id);
  return (
    <ViewportPortal>
      {[...byId].map(([id, people]) => (
        <Outline key={id} id={id} people={people.map(({ person }) => person)} />
      ))}
    </ViewportPortal>
  );
}

/** The outline of one state; nothing where it is not shown, such as in a folded container. */
function Outline({ id, people }: { id: string; people: OtherPerson[] }) {
  const node = useInternalNode(id);
  const zoom = useStore(({ transform }) => transform[2]);
  const first = people[0];
  if (!node || !first) return null;
  const { x, y } = node.internals.positionAbsolute;
  const { width, height } = node.measured;
  const style = { left: x, top: y, width, height, "--colour": first.colour, "--zoom": zoom } as CSSProperties;
  return (
    <div className="other-outline" data-other={id} style={style}>
      <span className="other-name">{people.map(({ name }) => name).join(", ")}</span>
    </div>
  );
}
