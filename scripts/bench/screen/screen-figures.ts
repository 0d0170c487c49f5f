import { quantile } from "../quantiles.ts";
import type { FrameRecord, Timed, TracedRecords, WallRecords } from "./wall-records.ts";

export type FrameFigures = {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Median of the tasks that drew them, in processor time. */
  readonly p50WorkMs: number;
};

export type ChangeFigures = {
  readonly step: string;
  /** From 1: how often the step had its turn by then. */
  readonly turn: number;
  /** Longest task until the picture rested. */
  readonly longestMs: number;
  /** Longest task in processor time. */
  readonly longestWorkMs: number;
  readonly restsAfterMs: number;
};

export type WallFigures = {
  /** While a scene stands: pictures of a map that came by themselves, those drawn again as they were, and those without any map. */
  readonly drawn: FrameFigures;
  readonly repainted: FrameFigures;
  readonly idle: FrameFigures;
  readonly changes: readonly ChangeFigures[];
  /** Longest task while a scene stands. */
  readonly standingMs: number;
  readonly standingWorkMs: number;
  /** Of the time that scenes stood, percent: how long the main thread ran. */
  readonly busyPercent: number;
};

/** What is shown goes before the step is another one. */
const FADE_MS = 400;
/** A picture that was not drawn for so long rests. */
const REST_MS = 2500;

type Turn = {
  readonly step: string;
  readonly turn: number;
  readonly from: number;
  readonly restsAt: number;
  readonly to: number;
};

/** What a wall cost while its scenes came and stood. The first step is part of loading the page and has no change. */
export function wallFigures(records: TracedRecords): WallFigures {
  const turns = turnsOf(records);
  const stands = (at: number) => turns.some(({ restsAt, to }) => at >= restsAt && at < to);
  const works = workOfFrames(records).filter(({ frame }) => stands(frame.at));
  const standing = turns.map(({ restsAt, to }) => longest(records, restsAt, to));
  const stoodMs = turns.reduce((sum, { restsAt, to }) => sum + to - restsAt, 0);
  const ran = records.traced.filter(({ at }) => stands(at));
  const ranMs = ran.reduce((sum, { ms }) => sum + ms, 0);
  const figuresOf = (isKind: (frame: FrameRecord) => boolean) =>
    frameFigures(works.filter(({ frame }) => isKind(frame)));
  return {
    drawn: figuresOf(({ draws, isForced }) => draws > 0 && !isForced),
    repainted: figuresOf(({ draws, isForced }) => draws > 0 && isForced),
    idle: figuresOf(({ draws }) => draws === 0),
    changes: turns.slice(1).map(({ step, turn, from, restsAt }) => ({
      step,
      turn,
      ...longest(records, from, restsAt),
      restsAfterMs: restsAt - from,
    })),
    standingMs: Math.max(0, ...standing.map(({ longestMs }) => longestMs)),
    standingWorkMs: Math.max(0, ...standing.map(({ longestWorkMs }) => longestWorkMs)),
    busyPercent: stoodMs > 0 ? (100 * ranMs) / stoodMs : Number.NaN,
  };
}

type FrameWork = { readonly frame: FrameRecord; readonly workMs: number };

/** Processor time of the task that drew a frame, with style, layout and painting. */
function workOfFrames({ frames, traced, tracedFrom }: TracedRecords): FrameWork[] {
  let next = 0;
  return frames.flatMap((frame) => {
    while (next < traced.length && (traced[next]?.at ?? 0) <= frame.to) next++;
    const workMs = traced[next - 1]?.ms ?? 0;
    return frame.at < tracedFrom ? [] : [{ frame, workMs }];
  });
}

function turnsOf({ steps, frames, endedAt }: WallRecords): Turn[] {
  const drawnAt = frames.filter(({ draws, isForced }) => draws > 0 && !isForced);
  const times = drawnAt.map(({ at }) => at);
  return steps.map(({ at, step }, i) => {
    const to = (steps[i + 1]?.at ?? endedAt + FADE_MS) - FADE_MS;
    const turn = steps.slice(0, i + 1).filter((before) => before.step === step).length;
    return { step, turn, from: at - FADE_MS, restsAt: Math.min(restOf(times, at), to), to };
  });
}

/** When the picture that changed then has come to rest. */
function restOf(drawnAt: readonly number[], from: number): number {
  let last = from;
  for (const at of drawnAt) {
    if (at < from) continue;
    if (at - last > REST_MS) break;
    last = at;
  }
  return last + REST_MS;
}

type Longest = Pick<ChangeFigures, "longestMs" | "longestWorkMs">;

/** A task of the browser's may hold several calls, and one that it does not tell of may be too short for it. */
function longest({ longTasks, tasks, traced }: TracedRecords, from: number, to: number): Longest {
  const most = (some: readonly Timed[]) =>
    Math.max(0, ...some.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms));
  return { longestMs: Math.max(most(tasks), most(longTasks)), longestWorkMs: most(traced) };
}

function frameFigures(works: readonly FrameWork[]): FrameFigures {
  const times = works.map(({ frame }) => frame.scriptMs);
  return {
    count: times.length,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    maxMs: times.length > 0 ? Math.max(...times) : Number.NaN,
    p50WorkMs: quantile(
      works.map(({ workMs }) => workMs),
      0.5,
    ),
  };
}
