import { Plus } from "lucide-react";
import { GLYPHS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";
import { Container } from "./parts/Container";

export function Parallel({ node }: { node: Node }) {
  const { dispatch, words } = useTools();
  const label = words("parallel.add-branch");
  const action = (
    <button
      type="button"
      className="title-action nodrag"
      title={label}
      aria-label={label}
      onClick={() => dispatch({ kind: "add-branch", uid: node.id })}
    >
      <Plus size={16} />
    </button>
  );
  return <Container node={node} icon={<GLYPHS.Parallel size={18} />} action={action} />;
}
