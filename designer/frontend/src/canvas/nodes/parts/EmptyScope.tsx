import { useStore } from "@xyflow/react";
import { useTools } from "../../tools/context";

/** The words of a scope as long as nothing is in it. */
export function EmptyScope({ id }: { id: string }) {
  const { words } = useTools();
  const isEmpty = useStore((state) => !state.parentLookup.has(id));
  return isEmpty && <span className="empty-scope">{words("empty.scope")}</span>;
}
