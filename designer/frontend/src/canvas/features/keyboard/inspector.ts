import { useEffect, useEffectEvent } from "react";

export const INSPECTOR = ".st-key-inspector";
const CONTROLS = "input, textarea, button, [role=combobox]";

/** Give the focus to the first control of the inspector, where it is open. */
export function enterInspector(): void {
  document.querySelector(INSPECTOR)?.querySelector<HTMLElement>(CONTROLS)?.focus();
}

/** Shows the inspector from its top for each state or edge that is selected. */
export function useTopOfInspector(selected: string | undefined): void {
  useEffect(() => {
    if (selected) document.querySelector(INSPECTOR)?.scrollTo({ top: 0 });
  }, [selected]);
}

/** Calls `back` when Escape is pressed in the inspector, unless that closes a list there. */
export function useReturnFromInspector(back: () => void): void {
  const goBack = useEffectEvent(back);
  useEffect(() => {
    const leave = ({ key, target }: KeyboardEvent) => {
      if (key !== "Escape" || !(target instanceof HTMLElement) || !target.closest(INSPECTOR)) return;
      if (target.getAttribute("aria-expanded") !== "true") goBack();
    };
    document.addEventListener("keydown", leave, true);
    return () => document.removeEventListener("keydown", leave, true);
  }, []);
}
