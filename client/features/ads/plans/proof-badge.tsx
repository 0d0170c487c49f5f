import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { useLook } from "../../../shell/look.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import type { AdsPlansText } from "../../../text/ads-plans-zh-cn.ts";
import { type BadgeTone, badgeColours } from "./badge-colours.ts";
import { percentAtMost, proofOf } from "./plan-proof.ts";

type Badge = { readonly tone: BadgeTone; readonly words: string; readonly hint?: string };

type ProofBadgeProps = {
  readonly head: AdPlanHead;
  /** In narrow columns, without the tick. */
  readonly isNarrow?: boolean;
};

/** How good a plan is known to be; while it is made, how far that is. */
export function ProofBadge({ head, isNarrow = false }: ProofBadgeProps) {
  const text = useAdPlansText();
  const { theme } = useLook();
  const { tone, words, hint } = badgeOf(text, head);
  return (
    <span className="plan-badge" data-tone={tone} style={badgeColours(theme)[tone]} title={hint}>
      {tone === "proved" && !isNarrow && <Tick />}
      {words}
    </span>
  );
}

function badgeOf(text: AdsPlansText["adPlans"], { state, figures, progress }: AdPlanHead): Badge {
  if (state !== "done" || !figures) {
    const percent = String(Math.floor(progress * 100));
    const words = state === "running" ? text.runningOf(percent) : text.states[state];
    return { tone: state === "failed" ? "gap" : "other", words };
  }
  const proof = proofOf(figures);
  switch (proof.kind) {
    case "proved":
      return { tone: "proved", words: text.proof.proved };
    case "least":
      return { tone: "proved", words: text.proof.least, hint: text.proof.leastHint };
    case "local":
      return { tone: "gap", words: text.proof.local, hint: text.proof.localHint };
    case "none":
      return { tone: "gap", words: text.proof.none, hint: text.proof.noneHint };
    case "open":
      return { tone: "gap", words: text.proof.open };
    case "gap":
      return {
        tone: "gap",
        words: text.proof.gap(percentAtMost(proof.gap)),
        hint: text.proof.gapHint,
      };
  }
}

function Tick() {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 6.4 4.8 9.2 10 3.4" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
