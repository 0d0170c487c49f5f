import { useState } from "react";
import type { AdsMode } from "../../../state/ads-url.ts";
import type { PlanView } from "./plan-desk-state.ts";

type Shown = { readonly mode: AdsMode; readonly view: PlanView };

/** What the column shows. Another mode begins with what it is about, whatever was open in the one before. */
export function usePlanView(mode: AdsMode) {
  const [shown, setShown] = useState<Shown>({ mode, view: "plan" });
  return {
    view: shown.mode === mode ? shown.view : "plan",
    show: (view: PlanView) => setShown({ mode, view }),
    showIn: (next: AdsMode) => setShown({ mode: next, view: "plan" }),
  };
}
