import { useCell } from "../base/cell";
import { useTools } from "../tools/context";

/** Says what happened to those who don't see it. */
export function Announcer() {
  const { said } = useTools();
  const text = useCell(said, (value) => value);
  return (
    <p className="unseen" role="status">
      {text}
    </p>
  );
}
