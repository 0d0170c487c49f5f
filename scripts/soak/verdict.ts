import type { SoakPlan } from "./soak-plan.ts";
import type { WallSample } from "./watched-wall.ts";

export type Outage = {
  readonly act: string;
  /** Until the wall was as before; null: it never was. */
  readonly recoveredMs: number | null;
  readonly mostMs: number;
};

export type SoakFacts = {
  readonly samples: readonly WallSample[];
  readonly scenes: number;
  readonly outages: readonly Outage[];
  readonly days: number;
  readonly events: number;
  readonly figures: { readonly wall: readonly number[]; readonly api: readonly number[] };
  readonly errors: readonly string[];
  readonly loads: number;
};

export type Check = { readonly name: string; readonly isGood: boolean; readonly found: string };
export type Verdict = { readonly checks: readonly Check[]; readonly facts: SoakFacts };

const HEAP_SHARE = 0.1;
/** Half of a wall's heap is code, and the engine goes on to compile what it finds to run often. */
const CODE_SHARE = 0.25;
/** Bounded answers of other scenes are a third of a heap that just began: the short form finds what is never let go of. */
const SHORT_HEAP_SHARE = 0.5;
const SHORT_MS = 10 * 60_000;
/** Tiles and glyphs of a map differ by what lay in view before. */
const OBJECT_SHARE = 0.05;

/** Holds what was found against what a wall must keep. */
export function verdictOf(plan: SoakPlan, facts: SoakFacts): Verdict {
  const [first] = facts.samples;
  const last = facts.samples.at(-1);
  const heapShare = plan.durationMs < SHORT_MS ? SHORT_HEAP_SHARE : HEAP_SHARE;
  const checks: Check[] = [
    {
      name: "scenes",
      isGood: facts.scenes >= plan.scenesLeast,
      found: `${facts.scenes}, at least ${plan.scenesLeast}`,
    },
    { name: "days", isGood: facts.days >= 2, found: `${facts.days} days seen` },
    { name: "events", isGood: facts.events > 0, found: `${facts.events}` },
    ...(first && last
      ? [
          within("heap after GC, MB", first.dataMb, last.dataMb, heapShare),
          within("heap with code, MB", allMb(first), allMb(last), Math.max(CODE_SHARE, heapShare)),
          within("listeners", first.listeners, last.listeners, OBJECT_SHARE),
          within("WebGL objects", sumOf(first.webgl), sumOf(last.webgl), OBJECT_SHARE),
        ]
      : [{ name: "samples", isGood: false, found: "none" }]),
    ...facts.outages.map(({ act, recoveredMs, mostMs }) => ({
      name: act,
      isGood: recoveredMs !== null && recoveredMs <= mostMs,
      found: recoveredMs === null ? "never" : `${(recoveredMs / 1000).toFixed(1)} s`,
    })),
    {
      name: "figures",
      isGood:
        facts.figures.wall.length > 0 && facts.figures.wall.join() === facts.figures.api.join(),
      found: `wall ${facts.figures.wall.join(" ")}, API ${facts.figures.api.join(" ")}`,
    },
    { name: "errors", isGood: facts.errors.length === 0, found: facts.errors.join("; ") || "none" },
    { name: "loaded anew", isGood: facts.loads === 0, found: `${facts.loads} times` },
  ];
  return { checks, facts };
}

const allMb = ({ dataMb, codeMb }: WallSample) => dataMb + codeMb;

/** No more than a share of the first above it; less is no fault. */
function within(name: string, first: number, last: number, share: number): Check {
  const rise = first === 0 ? 0 : last / first - 1;
  return {
    name,
    isGood: last <= first * (1 + share),
    found: `${first.toFixed(1)} → ${last.toFixed(1)} (${(100 * rise).toFixed(1)} %)`,
  };
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
