import type { OtherPerson } from "../shared/others";
import { person, rename } from "./identity";
import type { Live, Other } from "./protocol.gen";

const COLOURS = ["#1f7a4d", "#b3440f", "#7a3fb8", "#0f6f86", "#a82a5c", "#6b6400", "#3458c9", "#8a4b2a"];
const MAX_NAME = 40;

export function colourOf(number: number): string {
  return COLOURS[number % COLOURS.length] ?? "#1f7a4d";
}

/** The people in other tabs as they are shown. */
export function shownOthers(others: Other[], words: Live): OtherPerson[] {
  return others.map(({ name, colour, is_same, selected }) => {
    const known = name || `${words.guest_words} ${colour + 1}`;
    const shown = is_same ? words.same_words.replace("{name}", known) : known;
    return { name: shown, colour: colourOf(colour), selected };
  });
}

/** Draw who is here: a disc for each person, the own one last, which takes the name. */
export function drawPeople(
  root: HTMLElement,
  words: Live,
  own: number,
  others: OtherPerson[],
  onRenamed: () => void,
): void {
  if (root.querySelector("input")) return;
  const discs = others.map(({ name, colour }) => disc("li", initial(name), name, colour));
  const list = document.createElement("ul");
  list.setAttribute("aria-label", words.people_words);
  list.append(...discs);
  const { name } = person();
  const isAsked = name === "" && others.length > 0;
  const button = name
    ? disc("button", initial(name), words.you_words.replace("{name}", name), colourOf(own))
    : disc("button", isAsked ? words.ask_words : "", words.ask_words, colourOf(own));
  button.classList.add("own");
  button.classList.toggle("is-asked", isAsked);
  button.classList.toggle("is-unnamed", name === "" && !isAsked);
  button.addEventListener("click", () => askName(root, words, onRenamed));
  root.replaceChildren(list, button);
}

function disc<Tag extends "li" | "button">(tag: Tag, letter: string, title: string, colour: string) {
  const element = document.createElement(tag);
  element.className = "disc";
  element.textContent = letter;
  element.title = title;
  element.setAttribute("aria-label", title);
  element.style.setProperty("--colour", colour);
  return element;
}

function initial(name: string): string {
  return [...name][0] ?? "";
}

function askName(root: HTMLElement, words: Live, onRenamed: () => void): void {
  const field = document.createElement("input");
  field.value = person().name;
  field.maxLength = MAX_NAME;
  field.placeholder = words.ask_words;
  field.setAttribute("aria-label", words.ask_words);
  let isDone = false;
  const done = (isKept: boolean) => {
    if (isDone) return;
    isDone = true;
    if (isKept) rename(field.value.trim());
    field.remove();
    onRenamed();
  };
  field.addEventListener("blur", () => done(true));
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") done(true);
    if (event.key === "Escape") done(false);
  });
  root.replaceChildren(field);
  field.focus();
}
