import { CloudOff } from "lucide-react";
import { useTools } from "../tools/context";

/** Says that the server doesn't answer; what was drawn is kept. */
export function Waiting() {
  const { words } = useTools();
  return (
    <p className="waiting" role="status">
      <CloudOff size={16} aria-hidden />
      {words("waiting")}
    </p>
  );
}
