import { Presentation } from "lucide-react";
import type { ViewMode } from "../../protocol/protocol.gen";
import { useLook, useTools } from "../../tools/context";

const LOOKS: ViewMode[] = ["business", "engineering"];

/** Switches between the business view and the engineering view, and starts a presentation. */
export function LookSwitch({ onPresent }: { onPresent: () => void }) {
  const { dispatch, words } = useTools();
  const current = useLook();
  return (
    <div className="looks">
      <fieldset aria-label={words("look.title")}>
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
      </fieldset>
      <span className="divider" />
      <button type="button" title={words("present.help")} data-present onClick={onPresent}>
        <Presentation size={18} aria-hidden />
        {words("present")}
      </button>
    </div>
  );
}
