import { useEffect, useRef } from "react";
import { useCell } from "../cell";
import { useTools } from "../context";
import type { Node } from "../protocol.gen";

const LONGEST_NAME = 80;

/** A state's name; while it is being renamed, the field for it. */
export function Name({ node }: { node: Node }) {
  const { renaming } = useTools();
  const isRenaming = useCell(renaming, (id) => id === node.id);
  if (isRenaming) return <NameField node={node} />;
  return (
    <span className="name" title={node.name} onDoubleClick={() => renaming.set(node.id)}>
      {node.name}
    </span>
  );
}

function NameField({ node }: { node: Node }) {
  const { dispatch, renaming, words } = useTools();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const close = () => renaming.get() === node.id && renaming.set(null);
  const accept = () => {
    const name = field.current?.value.trim() ?? "";
    if (name && name !== node.name) dispatch({ kind: "rename-state", uid: node.id, name });
    close();
  };
  return (
    <input
      ref={field}
      className="name name-field nodrag nopan"
      aria-label={words("state.name")}
      defaultValue={node.name}
      maxLength={LONGEST_NAME}
      autoFocus
      onBlur={accept}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") accept();
        if (event.key === "Escape") close();
      }}
    />
  );
}
