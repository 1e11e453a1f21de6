import { useLook, useTools } from "../context";
import type { Look } from "../protocol.gen";

const LOOKS: Look[] = ["business", "engineering"];

/** How to look at the workflow: as the people of the business do, or as its engineers do. */
export function LookSwitch() {
  const { dispatch, words } = useTools();
  const current = useLook();
  return (
    <div className="looks" role="group" aria-label={words("look.title")}>
      {LOOKS.map((look) => (
        <button
          key={look}
          type="button"
          aria-pressed={look === current}
          title={words(`look.${look}.help`)}
          data-look={look}
          onClick={() => look !== current && dispatch({ kind: "look-as", look })}
        >
          {words(`look.${look}`)}
        </button>
      ))}
    </div>
  );
}
