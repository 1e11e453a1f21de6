import { describe, expect, it } from "vitest";
import { writtenDraft } from "../src/canvas/features/writing/writtenDraft";
import type { AddCards, View } from "../src/canvas/protocol/protocol.gen";
import type { Draft } from "../src/canvas/tools/context";
import { sample, state } from "./sample";

function written(view: View, text: string, chosen?: "failed"): AddCards {
  const intent: AddCards = {
    kind: "add-cards",
    cards: [{ uid: "new", card_kind: chosen ?? "step", text: "", x: 0, y: 0 }],
    arrows: [{ uid: "arrow", source: "A", target: "new", label: "" }],
    redirected: [],
    moved: [],
  };
  const draft: Draft = { uid: "new", intent, after: "A", before: "", way: "below", isChosen: !!chosen };
  return writtenDraft(view, draft, text);
}

function behind(type: "decision" | "person" | "step", ...arrows: string[]): View {
  const view = sample(["A", "B"], arrows);
  return { ...view, nodes: { ...view.nodes, A: state("A", 0, { type }) } };
}

describe("the words before a colon", () => {
  it.each([
    ["after a decision", behind("decision")],
    ["after a person, who answers", behind("person")],
    ["on a further way from a step, as where it fails", behind("step", "A next B")],
  ])("belong on the arrow %s", (_, view) => {
    const { cards, arrows } = written(view, "在庫なし：売り切れ");
    expect([arrows[0]?.label, cards[0]?.text]).toEqual(["在庫なし", "売り切れ"]);
  });

  it("belong on the card where the flow just goes on", () => {
    const { cards, arrows } = written(behind("step"), "メール: 注文の控え");
    expect([arrows[0]?.label, cards[0]?.text]).toEqual(["", "メール: 注文の控え"]);
  });

  it.each([
    "カードを断られた",
    "決済できない",
    "決済できなかったら",
    "在庫が足りないとき",
    "承認拒否",
    "失敗した場合",
    "エラーの場合",
  ])("belong on the arrow where they say that the step failed: %s", (words) => {
    const { cards, arrows } = written(behind("step"), `${words}：お断り`);
    expect([arrows[0]?.label, cards[0]?.text]).toEqual([words, "お断り"]);
    expect(cards[0]?.x).toBeGreaterThan(0);
  });

  it.each(["できること", "エラー通知", "例外規定"])(
    "belong on the card where they name something: %s",
    (words) => {
      expect(written(behind("step"), `${words}：一覧`).arrows[0]?.label).toBe("");
    },
  );

  it("belong on the arrow to an end that is chosen as failed", () => {
    const { cards, arrows } = written(behind("step"), "審査落ち：お断り", "failed");
    expect([arrows[0]?.label, cards[0]?.text]).toEqual(["審査落ち", "お断り"]);
  });
});
