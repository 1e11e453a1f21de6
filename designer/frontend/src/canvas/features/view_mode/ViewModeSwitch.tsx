import { Presentation } from "lucide-react";
import type { ViewMode } from "../../protocol/protocol.gen";
import { useTools, useViewMode } from "../../tools/context";

const VIEW_MODES: ViewMode[] = ["business", "engineering"];

/** Switches between the business view and the engineering view, and starts a presentation. */
export function ViewModeSwitch({ onPresent }: { onPresent: () => void }) {
  const { subject, dispatch, words } = useTools();
  const current = useViewMode();
  return (
    <div className="looks">
      {subject === "workflow" && (
        <>
          <fieldset aria-label={words("look.title")}>
            {VIEW_MODES.map((viewMode) => (
              <button
                key={viewMode}
                type="button"
                aria-pressed={viewMode === current}
                title={words(`look.${viewMode}.help`)}
                data-look={viewMode}
                onClick={() => viewMode !== current && dispatch({ kind: "look-as", look: viewMode })}
              >
                {words(`look.${viewMode}`)}
              </button>
            ))}
          </fieldset>
          <span className="divider" />
        </>
      )}
      <button type="button" title={words("present.help")} data-present onClick={onPresent}>
        <Presentation size={18} aria-hidden />
        {words("present")}
      </button>
    </div>
  );
}
