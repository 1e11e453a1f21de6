import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { useCell } from "../../base/cell";
import { CARD_TYPES } from "../../model/cards";
import type { Node } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { useCardWriting } from "../../tools/writing";

const LONGEST = 2000;
/** The sign with which a kind is chosen, as keyboards and input methods write it. */
const CHOOSES = ["/", "／", "・"];

/**
 * The words of a card. The only card that is selected has its field at hand, unseen: what is typed goes into
 * it from the first letter on, also what an input method composes.
 */
export function Words({ node, hint }: { node: Node; hint: string }) {
  const { renaming, ready } = useTools();
  const isWriting = useCell(renaming, (id) => id === node.id);
  const isReady = useCell(ready, (id) => id === node.id);
  return (
    <>
      <span className={`card-words${isWriting ? " is-written" : ""}${node.name ? "" : " is-empty"}`}>
        {node.name || hint}
      </span>
      {(isWriting || isReady) && <Field node={node} hint={hint} isWriting={isWriting} />}
    </>
  );
}

function Field({ node, hint, isWriting }: { node: Node; hint: string; isWriting: boolean }) {
  const { renaming, draft, overlay, words } = useTools();
  const { accept, cancel, next, sibling, turn, pasteList } = useCardWriting();
  const field = useRef<HTMLTextAreaElement>(null);
  const uid = node.id;
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !mayTakeFocus(element)) return;
    element.focus({ preventScroll: true });
    element.selectionStart = element.value.length;
  }, []);
  useEffect(() => {
    const element = field.current;
    if (element && !isWriting && element.value !== node.name) element.value = node.name;
  }, [isWriting, node.name]);
  useEffect(() => {
    if (!isWriting) return;
    const keep = () => field.current && accept(uid, field.current.value);
    window.addEventListener("beforeunload", keep);
    return () => window.removeEventListener("beforeunload", keep);
  }, [isWriting, uid, accept]);

  const begin = () => renaming.get() !== uid && renaming.set(uid);
  const choose = (text: string): boolean => {
    if (!CHOOSES.includes(text)) return false;
    if (field.current) field.current.value = draft.get()?.uid === uid ? "" : node.name;
    overlay.set("kinds");
    return true;
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent, currentTarget } = event;
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229 || ctrlKey || metaKey) return;
    const take = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const type = CARD_TYPES[Number(/^Digit([1-9])$/.exec(nativeEvent.code)?.[1] ?? 0) - 1];
    const text = currentTarget.value;
    if (altKey) {
      if (type) take(() => turn(uid, type));
      return;
    }
    if (key === "Enter" && !shiftKey) take(() => next(uid, text, "below"));
    else if (key === "Tab") take(() => (shiftKey ? sibling(uid, text) : next(uid, text, "beside")));
    else if (key === "/" && (!isWriting || text === "")) take(() => choose("/"));
    else if (key === "Escape" && isWriting) {
      take(() => {
        currentTarget.value = node.name;
        cancel(uid);
      });
    }
  };
  return (
    <textarea
      ref={field}
      className={`card-field nodrag nopan nowheel${isWriting ? "" : " is-ready"}`}
      aria-label={words("card.words")}
      defaultValue={node.name}
      placeholder={isWriting ? hint : undefined}
      maxLength={LONGEST}
      rows={1}
      spellCheck={false}
      data-ready={isWriting ? undefined : ""}
      onInput={({ nativeEvent, currentTarget }) => {
        if (!(nativeEvent as InputEvent).isComposing && choose(currentTarget.value)) return;
        begin();
      }}
      onCompositionStart={begin}
      onCompositionEnd={({ currentTarget }) => choose(currentTarget.value)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!isWriting || !document.hasFocus() || overlay.get() === "kinds") return;
        if (relatedTarget instanceof Element && relatedTarget.closest("[data-card]")) return;
        if (!accept(uid, currentTarget.value)) cancel(uid);
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData("text/plain");
        if (!isWriting || event.currentTarget.value || !pasteList(uid, text)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onKeyDown={handleKey}
    />
  );
}

/** Tells if nothing else that is typed into has the focus, on the canvas or on the page around it. */
function mayTakeFocus(element: HTMLElement): boolean {
  const root = element.getRootNode() as ShadowRoot;
  const outside = document.activeElement;
  if (outside && !outside.contains(root.host)) return false;
  const inside = root.activeElement;
  return !inside?.matches("input, textarea") || inside.matches(".card-field");
}
