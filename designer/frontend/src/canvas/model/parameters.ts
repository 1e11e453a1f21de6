import type { Node, View } from "../protocol/protocol.gen";

const WORDS = /[A-Za-z0-9]+/g;
const MOST_LETTERS = 60;
const NOUN = "Function";
const CALL = "Lambda ";

/** The line of a call of a function whose name is the deployment parameter of the state, and of no other. */
export function functionLine(view: View, state: string): string {
  const line = CALL + functionName(state);
  let free = line;
  for (let number = 2; statesWith(view, free) > 0; number += 1) free = line + number;
  return free;
}

/** The line of a state with another name, after which its own deployment parameter is named. */
export function renamedLine(view: View, node: Node, name: string): string {
  const { line } = node.engineering;
  const own = CALL + functionName(node.name);
  const isOwn = line.startsWith(own) && /^\d*$/.test(line.slice(own.length));
  const isRenamed = isOwn && own !== CALL + functionName(name) && statesWith(view, line) === 1;
  return isRenamed ? functionLine(view, name) : line;
}

function statesWith(view: View, line: string): number {
  return Object.values(view.nodes).filter(({ engineering }) => engineering.line === line).length;
}

/** The parameter's name, as `schemas/asl/examples.py` derives it: "Charge card" has `ChargeCardFunction`. */
function functionName(state: string): string {
  const words = state.match(WORDS) ?? [];
  const isPlain = /^[A-Za-z]/.test(words[0] ?? "") && !/[^\0-\x7f]/.test(state);
  const used = isPlain ? words : ["Invoke"];
  const name = used.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const cut = name.slice(0, MOST_LETTERS - NOUN.length);
  return cut.endsWith(NOUN) ? cut : `${cut}${NOUN}`;
}
