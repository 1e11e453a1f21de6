import { Blocks } from "lucide-react";
import type { Entry } from "../model/entries";
import { GLYPHS } from "./glyphs";
import { ServiceIcon } from "./ServiceIcon";

/** The sign of what a palette entry makes. */
export function EntryIcon({ entry }: { entry: Entry }) {
  if (entry.text) return <Blocks size={18} aria-hidden />;
  if (entry.type === "Task") return <ServiceIcon service={entry.service} />;
  const Glyph = GLYPHS[entry.type];
  return <Glyph size={18} aria-hidden />;
}
