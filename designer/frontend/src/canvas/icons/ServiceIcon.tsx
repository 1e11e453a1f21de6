import icons from "virtual:service-icons";
import { SIGNS } from "./glyphs";

/** The service's own icon, or a glyph where AWS has drawn none. */
export function ServiceIcon({ service }: { service: string }) {
  const source = icons[service];
  if (source) return <img src={source} alt="" width={28} height={28} draggable={false} />;
  const Glyph = service === "http" || service === "activity" ? SIGNS[service] : SIGNS.service;
  return <Glyph size={20} />;
}
