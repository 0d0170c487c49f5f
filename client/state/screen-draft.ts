import { useEffect, useState } from "react";
import { ScreenPlan } from "../../domain/screen/screen-plan.ts";

const KEPT = "wangge.screen-draft";
const LOOK_MS = 500;

/** What a preview shows in place of what is kept; this window's frames alone see it. */
export function writeDraft(plan: ScreenPlan): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(plan));
  } catch {
    return;
  }
}

/** The plan that is being edited in the window around this frame; null where this is no preview. */
export function useDraft(isPreview: boolean): ScreenPlan | null {
  const [text, setText] = useState(isPreview ? read : null);
  const [plan, setPlan] = useState<ScreenPlan | null>(null);
  useEffect(() => {
    if (!isPreview) return;
    const timer = setInterval(() => setText(read()), LOOK_MS);
    return () => clearInterval(timer);
  }, [isPreview]);
  useEffect(() => {
    const parsed = text === null ? null : ScreenPlan.safeParse(JSON.parse(text));
    setPlan(parsed?.success ? parsed.data : null);
  }, [text]);
  return plan;
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
