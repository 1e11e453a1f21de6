import type { Offer } from "../shared/completion.gen";

const MOST = 50;

/** The offers that fit the name that is being typed: first those that begin with it. */
export function fitting(offers: Offer[]): Offer[] {
  const typed = plain(offers[0]?.replaced ?? "");
  const others = offers.filter(({ text, replaced }) => text !== replaced);
  const rank = ({ name }: Offer) => plain(name).indexOf(typed);
  const begin = others.filter((offer) => rank(offer) === 0);
  return [...begin, ...others.filter((offer) => rank(offer) > 0)].slice(0, MOST);
}

function plain(text: string): string {
  return text.replace(/^[.$`]+/, "").toLowerCase();
}
