import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useEffectEvent, useLayoutEffect, useMemo } from "react";
import { flushSync } from "react-dom";
import { newId } from "../../../shared/newId";
import { useLatest } from "../../base/useLatest";
import { idOf } from "../../flow/reactFlowDom";
import type { Flow } from "../../flow/useFlow";
import type { CardType, View } from "../../protocol/protocol.gen";
import type { Point } from "../../routing/geometry";
import { type Draft, useTools } from "../../tools/context";
import type { Wanted, Writing } from "../../tools/writing";
import { draftOf, siblingOf } from "./nextCard";
import { writtenCard, writtenDraft } from "./writtenDraft";

/** Writing on cards, and going on to the next one: what is written is kept before the next card is there. */
export function useWriting(view: View, flow: Flow): Writing {
  const tools = useTools();
  const { dispatch, draft, renaming, ready, subject } = tools;
  const { screenToFlowPosition } = useReactFlow();
  const latest = useLatest({ view, flow });
  const store = useStoreApi();

  const [only] = flow.selected;
  const alone =
    subject === "sketch" && flow.selected.length === 1 && flow.annotations.length === 0 ? only : null;
  useLayoutEffect(() => ready.set(alone ?? null), [alone, ready]);

  const writing = useMemo((): Writing => {
    const select = (ids: string[]) => latest.current.flow.select(ids);
    const show = (next: Draft) => {
      latest.current.flow.selectNext((id) => id === next.uid);
      draft.set(next);
      renaming.set(next.uid);
    };
    const begin = (wanted: Wanted) => {
      const before = latest.current.flow.selected[0] ?? "";
      show(draftOf(tools.latest(), wanted, before));
    };
    const accept = (uid: string, text: string): boolean => {
      const written = draft.get();
      if (renaming.get() === uid) renaming.set(null);
      if (written?.uid !== uid) {
        const node = tools.latest().nodes[uid];
        const change = node && writtenCard(node, text);
        if (change) dispatch(change);
        return node !== undefined;
      }
      if (!text.trim()) return false;
      dispatch(writtenDraft(tools.latest(), written, text));
      draft.set(null);
      return true;
    };
    const cancel = (uid: string) => {
      if (renaming.get() === uid) renaming.set(null);
      const dropped = draft.get();
      if (dropped?.uid !== uid) return;
      flushSync(() => {
        draft.set(null);
        if (dropped.before) select([dropped.before]);
      });
    };
    return {
      begin,
      beginAfter: (card, [arrow]) => (arrow ? renaming.set(arrow) : begin({ after: card })),
      beginAt: (pointer: Point, wanted: Wanted = {}) =>
        begin({ ...wanted, point: screenToFlowPosition(pointer) }),
      accept,
      cancel,
      next: (uid, text, way) => {
        if (!accept(uid, text)) cancel(uid);
        else begin({ after: uid, way });
      },
      sibling: (uid, text) => {
        if (!accept(uid, text)) cancel(uid);
        else begin(siblingOf(tools.latest(), uid));
      },
      pasteList: (uid, text) => {
        const replaced = draft.get();
        const [card] = replaced?.intent.cards ?? [];
        const isList = text.trim().split(/\r?\n/).length > 1;
        if (!card || replaced?.uid !== uid || !isList) return false;
        const pasted = newId();
        renaming.set(null);
        draft.set(null);
        latest.current.flow.selectNext((id) => id.startsWith(`${pasted}-`));
        const { x, y } = card;
        dispatch({ kind: "paste-cards", uid: pasted, text, x, y, after: replaced.after || null });
        return true;
      },
      turn: (uid, type: CardType) => {
        const turned = draft.get();
        if (turned?.uid !== uid) {
          dispatch({ kind: "change-card", uid, text: null, card_kind: type, owner: null });
          return;
        }
        const { after, way, before, intent } = turned;
        const [card] = intent.cards;
        const stays = !after && card ? { x: card.x, y: card.y } : null;
        const again = draftOf(tools.latest(), { type, after, way }, before);
        const [fresh] = again.intent.cards;
        if (!fresh) return;
        const cards = [{ ...fresh, uid, ...stays }];
        const named = (id: string) => (id === fresh.uid ? uid : id);
        draft.set({
          ...again,
          uid,
          intent: {
            ...again.intent,
            cards,
            arrows: again.intent.arrows.map((arrow) => ({
              ...arrow,
              source: named(arrow.source),
              target: named(arrow.target),
            })),
            redirected: again.intent.redirected.map(({ edge, target }) => ({ edge, target: named(target) })),
          },
        });
      },
    };
  }, [tools, dispatch, draft, renaming, latest, screenToFlowPosition]);

  useEffect(() => {
    const { domNode } = store.getState();
    const giveToField = ({ target }: FocusEvent) =>
      fieldOf(target as Element)?.focus({ preventScroll: true });
    domNode?.addEventListener("focusin", giveToField);
    return () => domNode?.removeEventListener("focusin", giveToField);
  }, [store]);
  const beginOnEmpty = useEffectEvent(() => {
    const isIdle = document.activeElement === document.body;
    if (subject === "sketch" && Object.keys(view.nodes).length === 0 && isIdle) writing.begin({});
  });
  const hasSize = store.getState().width > 0;
  useEffect(() => {
    if (hasSize) beginOnEmpty();
  }, [hasSize]);
  return writing;
}

/** The field at hand of the card that is the element itself. */
function fieldOf(element: Element): HTMLElement | null {
  return idOf(element) ? element.querySelector<HTMLElement>(".card-field") : null;
}
