import { expect, test } from "vitest";
import { type Shown, shortTexts } from "../src/canvas/routing/shortTexts";
import { shortTitles } from "../src/canvas/routing/shortTitles";

function titles(...names: string[]): string[] {
  const states = names.map((title, index) => ({
    id: String(index),
    type: "Task" as const,
    width: 220,
    title,
  }));
  const short = shortTitles(states);
  return names.map((name, index) => short.get(String(index)) ?? name);
}

test("names with the same beginning show where they differ", () => {
  const [goods, shipping] = titles(
    "Check whether the customer has already paid for the goods",
    "Check whether the customer has already paid for the shipping",
  );
  expect(goods).toMatch(/^Check whether.*…goods$/);
  expect(shipping).toMatch(/^Check whether.*…shipping$/);
});

test("so do names in Japanese", () => {
  const [one, other] = titles(
    "注文内容の在庫引き当て結果を倉庫管理システムへ連携する（通常便）",
    "注文内容の在庫引き当て結果を倉庫管理システムへ連携する（冷蔵便）",
  );
  expect(one).toMatch(/^注文内容の.*…（通常便）$/);
  expect(other).toMatch(/^注文内容の.*…（冷蔵便）$/);
});

test("names that are told apart already stay as they are", () => {
  const names = [
    "受付",
    "注文の受付を確認して在庫を引き当てる処理の一番目",
    "Another name that is much too long to be shown as a whole",
  ];
  expect(titles(...names)).toEqual(names);
  expect(
    titles(
      "同じ業務名がとても長くてカードに入りきらない場合の名前",
      "同じ業務名がとても長くてカードに入りきらない場合の名前",
    )[0],
  ).toMatch(/名前$/);
});

test.each([
  [
    "in the middle",
    [
      "Notify the customer A that the order has been delayed by the warehouse",
      "Notify the customer B that the order has been delayed by the warehouse",
    ],
  ],
  [
    "by numbers",
    Array.from({ length: 12 }, (_, index) => `出荷指示データを倉庫管理システムへ送信する処理 その${index}`),
  ],
  [
    "where one begins another",
    [
      "在庫引当の結果を倉庫管理システムへ連携する処理を行う",
      "在庫引当の結果を倉庫管理システムへ連携する処理を行う前の確認",
    ],
  ],
  [
    "in several places",
    ["a", "b"].flatMap((x) =>
      ["1", "2"].map((y) => `processTheIncomingOrder${x}AndThenSendItToTheWarehouseNumber${y}ForShipping`),
    ),
  ],
  ["without a place to break", [`${"x".repeat(79)}1`, `${"x".repeat(79)}2`, `${"x".repeat(78)}12`]],
  [
    "far from each other's ends",
    [`${"在庫".repeat(30)}甲${"確認".repeat(9)}`, `${"在庫".repeat(30)}乙${"確認".repeat(9)}`],
  ],
  [
    "by an emoji",
    [
      `🚚 配送の手配を行うための長い長い名前のステートその先 📦`,
      `🚚 配送の手配を行うための長い長い名前のステートその先 🧊`,
    ],
  ],
])("names that differ %s look different", (_place, names) => {
  const shown = titles(...names);
  expect(new Set(shown).size).toBe(names.length);
});

test("names that fit stay whole, also those of end states, whose cards are small", () => {
  const states = ["ReservationSuccessful", "ReservationFailed"].map((title) => ({
    id: title,
    type: "Fail" as const,
    width: 160,
    title,
  }));
  expect(shortTitles(states).size).toBe(0);
});

test("a text in one line is shortened for that line", () => {
  const shown = (id: string, text: string): Shown => ({ id, text, size: 13, width: 172, lines: 1 });
  const found = shortTexts([
    shown("gold", '注文.会員.ランク.現在の値 = "gold"'),
    shown("silver", '注文.会員.ランク.現在の値 = "silver"'),
  ]);
  expect(found.get("gold")).toContain("gold");
  expect(found.get("silver")).toContain("silver");
});
