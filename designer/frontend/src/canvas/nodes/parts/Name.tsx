import type { ReactNode } from "react";
import { useCell } from "../../base/cell";
import type { Node } from "../../protocol/protocol.gen";
import { useTools, useViewMode } from "../../tools/context";
import { InlineField } from "./InlineField";

const LONGEST_NAME = 80;
const HUMP = /(?<=[a-z0-9])(?=[A-Z])|(?<=[_.:/-])(?=\w)/;

/**
 * A state's name; while it is being renamed, the field for it. The name that is shown is edited: the state's
 * own, or its business name.
 */
export function Name({ node }: { node: Node }) {
  const { dispatch, renaming, shortTitles, words } = useTools();
  const isRenaming = useCell(renaming, (id) => id === node.id);
  const short = useCell(shortTitles, (titles) => titles.get(node.id));
  const { title } = node[useViewMode()];
  if (!isRenaming) {
    return (
      <span className={short ? "name is-short" : "name"} title={title} data-rename>
        {parted(short ?? title)}
      </span>
    );
  }
  const kind = title === node.name ? "rename-state" : "name-for-business";
  return (
    <InlineField
      label={words("state.name")}
      value={title}
      longest={LONGEST_NAME}
      onAccept={(name) => dispatch({ kind, uid: node.id, name })}
      onClose={() => renaming.get() === node.id && renaming.set(null)}
    />
  );
}

/** The title, which may be broken within its long words. */
function parted(title: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const part of title.split(HUMP)) {
    nodes.push(end > 0 && <wbr key={end} />, part);
    end += part.length;
  }
  return nodes;
}
