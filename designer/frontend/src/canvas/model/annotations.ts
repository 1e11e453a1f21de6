import type { View } from "../protocol/protocol.gen";

/** Tells if the id is that of a note or a lane. */
export function isAnnotation(id: string): boolean {
  return id.startsWith("note:") || id.startsWith("lane:");
}

export function annotationIds(view: View): string[] {
  return [...Object.keys(view.lanes), ...Object.keys(view.notes)];
}

/** The view with a note or lane changed. */
export function withAnnotation<Section extends "notes" | "lanes">(
  view: View,
  section: Section,
  id: string,
  changes: Partial<View[Section][string]>,
): View {
  const entry = view[section][id];
  return entry ? { ...view, [section]: { ...view[section], [id]: { ...entry, ...changes } } } : view;
}

/** The view without these notes and lanes. */
export function withoutAnnotations(view: View, ids: string[]): View {
  return { ...view, notes: without(view.notes, ids), lanes: without(view.lanes, ids) };
}

function without<Item>(items: Record<string, Item>, ids: string[]): Record<string, Item> {
  if (!ids.some((id) => id in items)) return items;
  return Object.fromEntries(Object.entries(items).filter(([id]) => !ids.includes(id)));
}
