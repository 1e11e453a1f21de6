import { CloudOff } from "lucide-react";
import { useTools } from "../tools/context";

/** Tells that the server does not answer; the changes are kept. */
export function Waiting() {
  const { words } = useTools();
  return (
    <p className="waiting" role="status">
      <CloudOff size={16} aria-hidden />
      {words("waiting")}
    </p>
  );
}
