import { useCell } from "../base/cell";
import { useTools } from "../tools/context";

/** Announces changes to screen readers. */
export function Announcer() {
  const { said } = useTools();
  const text = useCell(said, (value) => value);
  return (
    <p className="unseen" role="status">
      {text}
    </p>
  );
}
