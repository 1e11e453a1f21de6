import { useEffect, useState } from "react";

const INSPECTOR = ".st-key-inspector";
const DRAWER = ".st-key-drawer-body";

export interface OpenPanels {
  hasInspector: boolean;
  hasDrawer: boolean;
}

/** The panels of the page that are open now: the flow's `stage` changes its size when one opens or closes. */
export function useOpenPanels(stage: HTMLElement | null): OpenPanels {
  const [open, setOpen] = useState<OpenPanels>({ hasInspector: false, hasDrawer: false });
  useEffect(() => {
    if (!stage) return;
    const look = () => {
      const hasInspector = document.querySelector(INSPECTOR) !== null;
      const hasDrawer = document.querySelector(DRAWER) !== null;
      setOpen((before) =>
        before.hasInspector === hasInspector && before.hasDrawer === hasDrawer
          ? before
          : { hasInspector, hasDrawer },
      );
    };
    const page = new MutationObserver(look);
    const screen = document.querySelector(".st-key-screen");
    if (screen) page.observe(screen, { childList: true, subtree: true });
    look();
    return () => page.disconnect();
  }, [stage]);
  return open;
}
