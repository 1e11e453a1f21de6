const WORDS = /[A-Za-z0-9]+/g;
const MOST_LETTERS = 60;
const NOUN = "Function";

/** The line of a call of a function whose name is the deployment parameter of the state. */
export function functionLine(state: string): string {
  return `Lambda ${functionName(state)}`;
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
