import { useTools } from "../context";

/** What an empty canvas says. */
export function Greeting() {
  const { words } = useTools();
  return (
    <p className="greeting">
      <strong>{words("greeting.title")}</strong>
      {words("greeting.hint")}
    </p>
  );
}
