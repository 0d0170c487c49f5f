/** What is done to a wall, or looked at, at a moment of the soak. */
export type SoakAct = "look" | "lose-context" | "restart" | "kill" | "go-offline" | "end-session";
export type PlannedAct = { readonly atMs: number; readonly act: SoakAct };

/** Times of acts are real ms from the begin. */
export type SoakPlan = {
  readonly hours: number;
  readonly speed: number;
  readonly durationMs: number;
  /** A simulated hour, or a round of all scenes where that takes longer. */
  readonly firstLookMs: number;
  readonly acts: readonly PlannedAct[];
  readonly sceneS: number;
  readonly eventEveryMs: number;
  readonly offlineMs: number;
  /** Scenes that must have had their turn. */
  readonly scenesLeast: number;
};

const SCENE_S = 2.5;
/** A round of the scenes of a soak, with room for a slow machine. */
const ROUND_MS = 45_000;
const LOSSES = 10;
/** Shorter than this there is room for a few outages alone. */
const LONG_MS = 10 * 60_000;

/**
 * A day is ten lost contexts, two restarts, one kill, one time without network, one session that ends and one midnight; in a
 * short form two contexts and one restart.
 */
export function soakPlan(hours: number, speed: number): SoakPlan {
  const durationMs = (hours * 3_600_000) / speed;
  const isLong = durationMs >= LONG_MS;
  const firstLookMs = Math.max(durationMs / hours, isLong ? ROUND_MS * 2 : ROUND_MS / 1.5);
  const at = (share: number) => firstLookMs + share * (durationMs - firstLookMs);
  const losses = isLong ? LOSSES : 2;
  const acts: PlannedAct[] = [
    { atMs: firstLookMs, act: "look" },
    ...Array.from({ length: losses }, (_, i) => ({
      atMs: at((i + 0.7) / (losses + 0.7)),
      act: "lose-context" as const,
    })),
    { atMs: at(0.22), act: "restart" },
    ...(isLong
      ? ([
          { atMs: at(0.33), act: "look" },
          { atMs: at(0.41), act: "kill" },
          { atMs: at(0.65), act: "look" },
          { atMs: at(0.82), act: "restart" },
          { atMs: at(0.52), act: "go-offline" },
        ] as const)
      : []),
    { atMs: at(0.72), act: "end-session" },
  ];
  return {
    hours,
    speed,
    durationMs,
    firstLookMs,
    acts: acts.toSorted((a, b) => a.atMs - b.atMs),
    sceneS: SCENE_S,
    eventEveryMs: isLong ? 1500 : 700,
    offlineMs: 75_000,
    scenesLeast: isLong ? Math.floor((durationMs / 1_440_000) * 300) : 12,
  };
}
