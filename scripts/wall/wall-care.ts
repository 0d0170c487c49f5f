/** What a look at the page of a wall says: as it should be, or what is wrong. */
export const looks = ["well", "elsewhere", "blank", "unreachable", "frozen", "silent"] as const;
export type Look = (typeof looks)[number];

/** Why something is done; beside what looks say: its renderer or the whole browser is gone, or it cannot be loaded again. */
export type Trouble = Exclude<Look, "well"> | "crashed" | "stuck" | "ended";

/** What is to be done after a wait, ms. */
export type Move = {
  readonly kind: "load" | "restart";
  readonly why: Trouble;
  readonly afterMs: number;
};

/** What has to be remembered of a wall. Times are ms of whatever clock the looks are given in. */
export type WallCare = {
  /** What it looks like, and since when; null: not looked at since the last move. */
  readonly look: Look | null;
  readonly since: number;
  /** In a row, without a long good time between: loads of the page since the browser started, starts of the browser. */
  readonly loads: number;
  readonly restarts: number;
};

export type CareLimits = {
  /** So long it may look like that before something is done, ms. */
  readonly patienceMs: Readonly<Record<Exclude<Look, "well">, number>>;
  /** After so long a good time it is as new, ms. */
  readonly calmMs: number;
  /** So often the page is loaded again before the browser is started anew. */
  readonly loadsBeforeRestart: number;
  /** Waits double from the first up to these, ms. */
  readonly firstWaitMs: number;
  readonly mostWaitMs: Readonly<Record<"load" | "elsewhere" | "restart", number>>;
};

export const usualLimits: CareLimits = {
  patienceMs: {
    // The page says itself what it waits for; a sign-in that is refused does not become right by haste.
    elsewhere: 180_000,
    // A page that is loaded for the first time is blank until its programs have come.
    blank: 90_000,
    unreachable: 0,
    // A machine that draws in software is at one frame of a wide wall for a quarter of a minute.
    frozen: 90_000,
    silent: 60_000,
  },
  calmMs: 600_000,
  loadsBeforeRestart: 3,
  firstWaitMs: 1000,
  mostWaitMs: { load: 30_000, elsewhere: 900_000, restart: 300_000 },
};

export const newCare: WallCare = { look: null, since: 0, loads: 0, restarts: 0 };

export type Judged = { readonly care: WallCare; readonly move: Move | null };

/** After a look at the page. */
export function afterLook(care: WallCare, look: Look, at: number, limits = usualLimits): Judged {
  const since = care.look === look ? care.since : at;
  const seen = { ...care, look, since };
  if (look === "well") {
    const isCalm = at - since >= limits.calmMs;
    return { care: isCalm ? { ...seen, loads: 0, restarts: 0 } : seen, move: null };
  }
  if (at - since < limits.patienceMs[look]) return { care: seen, move: null };
  return afterTrouble(seen, look, limits);
}

/** After what needs no patience. A server that is away or a sign-in that is refused is not mended by another browser. */
export function afterTrouble(care: WallCare, why: Trouble, limits = usualLimits): Judged {
  const isOutside = why === "unreachable" || why === "elsewhere";
  const isLost = why === "ended" || why === "stuck";
  const isRestart = isLost || (!isOutside && care.loads >= limits.loadsBeforeRestart);
  const fresh = { ...care, look: null };
  const waitMs = (times: number, mostMs: number) =>
    Math.min(mostMs, limits.firstWaitMs * 2 ** Math.min(times, 30));
  if (isRestart) {
    const afterMs = waitMs(care.restarts, limits.mostWaitMs.restart);
    const move = { kind: "restart", why, afterMs } as const;
    return { care: { ...fresh, loads: 0, restarts: care.restarts + 1 }, move };
  }
  const mostMs = limits.mostWaitMs[why === "elsewhere" ? why : "load"];
  const move = { kind: "load", why, afterMs: waitMs(care.loads, mostMs) } as const;
  return { care: { ...fresh, loads: care.loads + 1 }, move };
}
