import icons from "virtual:service-icons";
import { Cloud, Globe, Workflow } from "lucide-react";

const OWN = { http: Globe, activity: Workflow };

/** The service's own icon, or a glyph where AWS has drawn none. */
export function ServiceIcon({ service }: { service: string }) {
  const source = icons[service];
  if (source) return <img src={source} alt="" width={28} height={28} draggable={false} />;
  const Glyph = service in OWN ? OWN[service as keyof typeof OWN] : Cloud;
  return <Glyph size={20} />;
}
