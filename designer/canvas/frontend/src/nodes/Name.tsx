import { useEffect, useRef } from "react";
import { useCell } from "../cell";
import { useLook, useTools } from "../context";
import type { Look, Node } from "../protocol.gen";

const LONGEST_NAME = 80;

/** A state's name; while it is being renamed, the field for it. */
export function Name({ node }: { node: Node }) {
  const { renaming } = useTools();
  const isRenaming = useCell(renaming, (id) => id === node.id);
  const look = useLook();
  if (isRenaming) return <NameField node={node} look={look} />;
  const { title } = node[look];
  return (
    <span className="name" title={title} onDoubleClick={() => renaming.set(node.id)}>
      {title}
    </span>
  );
}

/** What is shown is what is edited: the state's own name, or the one that the business has for it. */
function NameField({ node, look }: { node: Node; look: Look }) {
  const { dispatch, renaming, words } = useTools();
  const { title } = node[look];
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const accept = () => {
    if (renaming.get() !== node.id) return;
    const name = field.current?.value.trim() ?? "";
    const kind = title === node.name ? "rename-state" : "name-for-business";
    if (name && name !== title) dispatch({ kind, uid: node.id, name });
    renaming.set(null);
  };
  const leave = () =>
    field.current?.closest<HTMLElement>(".react-flow__node")?.focus({ preventScroll: true });
  return (
    <input
      ref={field}
      className="name name-field nodrag nopan"
      aria-label={words("state.name")}
      defaultValue={title}
      maxLength={LONGEST_NAME}
      autoFocus
      onBlur={accept}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") renaming.set(null);
        if (event.key === "Enter" || event.key === "Escape") leave();
      }}
    />
  );
}
