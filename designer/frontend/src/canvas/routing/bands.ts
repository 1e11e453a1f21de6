import { overlap, type Rect } from "./geometry";

const BAND = 160;

/** Items found by the place of their rectangles: an index of horizontal bands. */
export class Bands<Item> {
  private bands = new Map<number, { item: Item; rect: Rect }[]>();

  add(item: Item, rect: Rect): void {
    for (let band = first(rect); band <= last(rect); band += 1) {
      const entries = this.bands.get(band);
      if (entries) entries.push({ item, rect });
      else this.bands.set(band, [{ item, rect }]);
    }
  }

  /** The items that overlap the rectangle. */
  within(wanted: Rect): Set<Item> {
    const found = new Set<Item>();
    for (let band = first(wanted); band <= last(wanted); band += 1) {
      for (const { item, rect } of this.bands.get(band) ?? []) {
        if (overlap(rect, wanted)) found.add(item);
      }
    }
    return found;
  }

  /** Tells if an item that overlaps the rectangle is one of those meant. */
  some(wanted: Rect, isMeant: (item: Item) => boolean): boolean {
    for (let band = first(wanted); band <= last(wanted); band += 1) {
      for (const { item, rect } of this.bands.get(band) ?? []) {
        if (overlap(rect, wanted) && isMeant(item)) return true;
      }
    }
    return false;
  }
}

function first(rect: Rect): number {
  return Math.floor(rect.y / BAND);
}

function last(rect: Rect): number {
  return Math.floor((rect.y + rect.height) / BAND);
}
