import {
  type EditorState,
  type Extension,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import type { StateRange } from "./protocol.gen";

class Place extends RangeValue {
  constructor(readonly uid: string) {
    super();
  }
}

export const setStretches = StateEffect.define<StateRange[]>();
export const setSelected = StateEffect.define<string>();

/** The ranges of the states in the text, which move along with changes. */
const places = StateField.define<RangeSet<Place>>({
  create: () => RangeSet.empty,
  update: (set, { changes, effects, newDoc }) =>
    effects.reduce(
      (latest, effect) => (effect.is(setStretches) ? placed(effect.value, newDoc.length) : latest),
      set.map(changes),
    ),
});

/** The uid of the state that is selected on the canvas. */
const selected = StateField.define<string>({
  create: () => "",
  update: (uid, { effects }) =>
    effects.reduce((latest, effect) => (effect.is(setSelected) ? effect.value : latest), uid),
});

const LINE = Decoration.line({ class: "cm-selected-state" });

const shown = EditorView.decorations.compute([places, selected, "doc"], (state) => {
  const stretch = stretchOf(state, selectedIn(state));
  if (!stretch) return Decoration.none;
  const first = state.doc.lineAt(stretch.start).number;
  const last = state.doc.lineAt(stretch.end).number;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
  return Decoration.set(lines.map((line) => LINE.range(line.from)));
});

export const stretches: Extension = [places, selected, shown];

export function selectedIn(state: EditorState): string {
  return state.field(selected);
}

/** The place of the state `uid`. */
export function stretchOf(state: EditorState, uid: string): StateRange | undefined {
  return all(state).find((stretch) => stretch.uid === uid);
}

/** The innermost state around a place. */
export function stretchAt(state: EditorState, place: number): StateRange | undefined {
  const around = all(state).filter(({ start, end }) => start <= place && place <= end);
  return around.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
}

function all(state: EditorState): StateRange[] {
  const found: StateRange[] = [];
  state.field(places).between(0, state.doc.length, (start, end, { uid }) => {
    found.push({ uid, start, end });
  });
  return found;
}

function placed(list: StateRange[], length: number): RangeSet<Place> {
  const ranges = list
    .filter(({ end }) => end <= length)
    .map(({ uid, start, end }) => new Place(uid).range(start, end));
  return RangeSet.of(ranges, true);
}
