import { useCell } from "../base/cell";
import { useTools } from "../tools/context";

/** Announces changes to screen readers. */
export function Announcer() {
  const { announcement } = useTools();
  const text = useCell(announcement, (value) => value);
  return (
    <p className="unseen" role="status">
      {text}
    </p>
  );
}
