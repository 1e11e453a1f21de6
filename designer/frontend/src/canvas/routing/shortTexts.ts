import { grouped } from "./grouped";
import { textWidth } from "./textWidth";

const ELLIPSIS = "…";
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const PIECE = /[\u0021-\u007e\u00a1-\u024f]+…?\s*|.…?\s*/gu;
const HUMP = /(?<=[a-z0-9])(?=[A-Z])|(?<=[_.:/-])(?=\w)/;
const OPENING = /[（(「『【[〔<《#№]/;
const LATIN_WORD = /[\w'-]/;
/** The part of a line, in letters, that a browser may leave empty as it breaks Japanese between phrases. */
const PHRASE = 6;
const LEAST_HEAD = 3;
const LONGEST_WORD = 14;

/** A text that is shown in so many lines of a width, in pixels at a font size. */
export interface Shown {
  id: string;
  text: string;
  size: number;
  width: number;
  lines: number;
}

/**
 * Shorter forms of texts that would be cut to the same beginning, by id: they keep the part that differs, so
 * that no two of them look the same. Texts that are told apart already have none.
 */
export function shortTexts(all: Shown[]): Map<string, string> {
  const long = all.filter((shown) => beginning(shown) < shown.text.length);
  const found = new Map<string, string>();
  for (const group of alike(long)) tellApart(group, found);
  if (found.size > 0) number(all, found);
  return found;
}

/** The texts in groups of which the seen beginnings are the same. */
function alike(long: Shown[]): Shown[][] {
  const groups: Shown[][] = [];
  const sorted = long.toSorted((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)));
  for (const shown of sorted) {
    const before = groups.at(-1)?.at(-1);
    const same = before ? commonPrefix(before.text, shown.text).length : 0;
    if (before && same >= Math.min(beginning(before), beginning(shown))) groups.at(-1)?.push(shown);
    else groups.push([shown]);
  }
  return groups;
}

/** The number of characters that are surely seen, however the lines are broken. */
function beginning(shown: Shown): number {
  const most = fitting(shown, shown.text, 0);
  return CJK.test(shown.text.slice(0, most)) ? fitting(shown, shown.text, PHRASE) : most;
}

/** Gives a short form to each text of a group, unless they are all the same text. */
function tellApart(group: Shown[], found: Map<string, string>): void {
  const texts = [...new Set(group.map(({ text }) => text))];
  if (texts.length < 2) return;
  const same = texts.reduce((prefix, text) => commonPrefix(prefix, text));
  for (const shown of group) found.set(shown.id, shortened(shown, same.length));
  const again = grouped(group, ({ id }) => found.get(id) ?? "");
  for (const rest of again.values()) if (rest.length < group.length) tellApart(rest, found);
}

/** The text with its beginning, and with what follows the part that it shares with others. */
function shortened(shown: Shown, same: number): string {
  const { text } = shown;
  if (fits(shown, text)) return text;
  const rest = text.slice(differing(text, same));
  for (let head = text.length - rest.length; head > LEAST_HEAD; head -= 1) {
    const short = `${text.slice(0, head).trimEnd()}${ELLIPSIS}${rest}`;
    if (fits(shown, short)) return short;
  }
  const begin = `${text.slice(0, LEAST_HEAD)}${ELLIPSIS}`;
  for (let end = rest.length; end > 1; end -= 1) {
    const short = `${begin}${rest.slice(0, end).trimEnd()}${ELLIPSIS}`;
    if (fits(shown, short)) return short;
  }
  return begin + rest.slice(0, 1);
}

/** The index from which a text is shown again: where it differs, or at the beginning of that word. */
function differing(text: string, same: number): number {
  if (same >= text.length) return wordStart(text, text.length);
  return wordStart(text, same);
}

function wordStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < LONGEST_WORD && LATIN_WORD.test(text[start - 1] ?? "")) start -= 1;
  if (start > 0 && OPENING.test(text[start - 1] ?? "")) start -= 1;
  return start === text.length ? Math.max(0, text.length - LEAST_HEAD) : start;
}

function commonPrefix(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** Numbers the short forms that still look like another text. */
function number(all: Shown[], found: Map<string, string>): void {
  const taken = new Map<string, string>();
  for (const shown of all) {
    let short = found.get(shown.id) ?? shown.text;
    for (let count = 2; (taken.get(short) ?? shown.text) !== shown.text; count += 1)
      short = `${ELLIPSIS}${count} ${shown.text.slice(0, LEAST_HEAD)}`;
    taken.set(short, shown.text);
    if (short !== shown.text) found.set(shown.id, short);
  }
}

function fits(shown: Shown, text: string): boolean {
  return fitting(shown, text, 0) === text.length;
}

/** The number of characters that fit the lines; the first line may have so many letters less. */
function fitting({ size, width, lines }: Shown, text: string, lost: number): number {
  let [line, used, end] = [1, lines > 1 ? lost * size : 0, 0];
  const total = textWidth(text, size);
  if (total + (lines > 1 ? lost * size : 0) <= width) return text.length;
  const ellipsis = textWidth(ELLIPSIS, size);
  for (const piece of piecesOf(text, size, width)) {
    const wide = textWidth(piece.trimEnd(), size);
    if (used + wide > width && line < lines) [line, used] = [line + 1, 0];
    const isLast = end + piece.length >= text.length;
    if (used + wide > width - (line === lines && !isLast ? ellipsis : 0)) return end;
    used += textWidth(piece, size);
    end += piece.length;
  }
  return text.length;
}

/** The parts that a line holds as a whole; what is longer than a line is in letters. */
function piecesOf(text: string, size: number, width: number): string[] {
  const pieces = text.match(PIECE)?.flatMap((part) => part.split(HUMP)) ?? [];
  return pieces.flatMap((piece) => (textWidth(piece.trimEnd(), size) > width ? [...piece] : [piece]));
}
