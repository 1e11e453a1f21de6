import type { Offer, Offers, Question } from "./completion.gen";

/** Asks Python what may be typed at a cursor; nothing where it gives no answer. */
export async function completionsAt(question: Question): Promise<Offer[]> {
  try {
    const response = await fetch(new URL("designer/complete", document.baseURI), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(question),
    });
    return response.ok ? ((await response.json()) as Offers).offers : [];
  } catch {
    return [];
  }
}
