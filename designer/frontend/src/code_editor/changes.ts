import { diff } from "@codemirror/merge";
import { ChangeSet, type Text } from "@codemirror/state";
import type { TextChange } from "./protocol.gen";

/** The small changes that turn one text into another. */
export function difference(before: Text, after: Text): ChangeSet {
  const [old, now] = [before.toString(), after.toString()];
  const changes = diff(old, now, { scanLimit: 1000, timeout: 50 }).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }));
  return ChangeSet.of(changes, before.length);
}

/** Tells if both change the same place. */
export function overlap(one: ChangeSet, other: ChangeSet): boolean {
  let found = false;
  one.iterChangedRanges((from, to) => {
    found ||= meets(from, to, other);
  });
  return found;
}

/** The changes at places that `other` does not change. */
export function apart(changes: ChangeSet, other: ChangeSet): ChangeSet {
  const kept: { from: number; to: number; insert: Text }[] = [];
  changes.iterChanges((from, to, _from, _to, insert) => {
    if (!meets(from, to, other)) kept.push({ from, to, insert });
  });
  return ChangeSet.of(kept, changes.length);
}

export function textChanges(changes: ChangeSet): TextChange[] {
  const typed: TextChange[] = [];
  changes.iterChanges((start, end, _from, _to, inserted) => {
    typed.push({ start, end, text: inserted.toString() });
  });
  return typed;
}

function meets(from: number, to: number, changes: ChangeSet): boolean {
  let found = false;
  changes.iterChangedRanges((start, end) => {
    found ||= (from < end && start < to) || from === start;
  });
  return found;
}
