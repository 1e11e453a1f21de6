import { type CSSProperties, useState } from "react";
import type { Language } from "../../base/words";
import { inScope } from "../../flow/dropping";
import { EntryIcon } from "../../icons/EntryIcon";
import { type Entry, EVERY, foundEntry, isFavourite, PATTERNS } from "../../model/entries";
import { isListed } from "../../model/graph";
import { Finder, type Option } from "../../overlays/Finder";
import { useFinding } from "../../palette/useFinding";
import type { EdgeKind, Node, SearchResult, View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { entryName } from "../adding/newStates";

export interface Offer {
  view: View;
  language: Language;
  found: SearchResult | null;
}

interface Props extends Offer {
  kind: EdgeKind;
  /** The state that the edge is drawn from; undefined for the start of the scope. */
  from: Node | undefined;
  scope: string;
  /** True where new states are to come first in the list. */
  isNewFirst?: boolean;
  style?: CSSProperties;
  onNew: (entry: Entry) => void;
  onClose: () => void;
}

/** Asks for the target of an edge: a state of its scope, or a new one, an action of a service, a pattern. */
export function EdgeTarget({ kind, from, scope, isNewFirst, style, onNew, onClose, ...offer }: Props) {
  const { dispatch, words } = useTools();
  const [sought, setSought] = useState("");
  useFinding(sought);
  const { view, language, found } = offer;
  const wanted = sought.trim().toLowerCase();
  const more =
    found?.query === wanted ? found.actions.map(foundEntry).filter((entry) => !isFavourite(entry)) : [];
  const entries = [...EVERY, ...PATTERNS[language], ...more];
  const fresh = entries.map(
    (entry): Option => ({
      id: newId(entry),
      name: words("connect.new", { name: entryName(entry, words) }),
      keywords: more.includes(entry) ? wanted : entry.template.toLowerCase(),
      icon: <EntryIcon entry={entry} />,
    }),
  );
  const others = inScope(view, scope).filter(({ id }) => id !== from?.id);
  const states: Option[] = from && isListed(kind) ? [...others, from] : others;
  const choose = (id: string) => {
    const entry = entries.find((entry) => newId(entry) === id);
    if (entry) onNew(entry);
    else dispatch({ kind: "connect", edge: kind, source: from?.id ?? scope, target: id });
  };
  const title = from ? words("connect.target", { from: from.name }) : words("connect.start");
  return (
    <Finder
      title={title}
      options={isNewFirst ? [...fresh, ...states] : [...states, ...fresh]}
      style={style}
      onSeek={setSought}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

function newId({ template }: Entry): string {
  return `new ${template}`;
}
