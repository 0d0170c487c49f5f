import { createRoute, z } from "@hono/zod-openapi";
import type { LiveEvent, LiveEventName, LiveProblemBody } from "../../domain/contract/live.ts";
import { isStillOf, viewerOf } from "../access/identity.ts";
import { LiveSight } from "../access/live-sight.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import type { LiveChange, LiveProblem } from "../live/live-feed.ts";
import { livePulse } from "../live/live-pulse.ts";
import { turnedOverdue } from "../problem-index/turned-overdue.ts";
import { documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";
import { screenLine } from "./screen-line.ts";

/** A sign of life, and whose time ran out meanwhile. */
const PULSE_MS = 10_000;
/** Beats between two looks whether a line is still for whom it was opened. */
const BEATS_A_LOOK = 3;
/** Pieces that wait for a slow reader; one that is further behind starts again. */
const MOST_WAITING = 500;

const live = createRoute({
  method: "get",
  path: "/",
  summary: "Every change of the city as it happens, as server-sent events",
  description:
    "Events problem.created, problem.changed, duty.changed and revision; each id is its number in the log, and " +
    "Last-Event-ID resumes after it. A revision event with reset says that what happened since is not known any more.",
  request: {
    query: z.object({
      after: z
        .string()
        .optional()
        .openapi({ description: "The same as Last-Event-ID, for a first line" }),
    }),
  },
  responses: {
    200: { description: "A stream", content: { "text/event-stream": { schema: z.string() } } },
  },
});

type Sent = { readonly id: number; readonly event: LiveEventName; readonly data: LiveEvent };

export function liveRoutes(
  deps: Pick<Deps, "city" | "identify" | "openStreams" | "screen" | "log">,
) {
  const { city, identify, openStreams, screen } = deps;
  const pulse = livePulse(PULSE_MS, city.now, (since, t) => turnedOverdue(city.problems, since, t));
  /** What accounts that see everything hear of some changes: made once for all of them. */
  const whole = new WeakMap<readonly LiveChange[], Uint8Array>();

  function wordsFor(seen: LiveSight, changes: readonly LiveChange[]): Uint8Array {
    const known = seen.isWhole ? whole.get(changes) : undefined;
    if (known) return known;
    const words = encoded(changes.flatMap((change) => eventsOf(city, seen.part(change))));
    if (seen.isWhole) whole.set(changes, words);
    return words;
  }

  return documentedRoutes([
    [
      live,
      (c) => {
        const { after, screen: wall } = readQuery(c, ["after", "screen"]);
        if (wall !== undefined) return c.body(screenLine(c, wall, deps), 200, streamHeaders);
        const resumed = Number(c.req.header("last-event-id") ?? after ?? Number.NaN);
        const viewer = viewerOf(c);
        const seen = new LiveSight(city, viewer);
        const body = openStreams.open((line) => {
          line.send(encoded(firstEvents(city, seen, resumed)));
          let heardTo = city.logPosition;
          const send = (words: Uint8Array) => {
            if (line.waiting < MOST_WAITING) line.send(words);
            else line.restart(encoded([revision(city, true)]));
          };
          let beats = 0;
          const endWithoutRight = async () => {
            const isStill = await isStillOf(identify, c, viewer).catch(() => true);
            if (!isStill) line.end();
          };
          const stops = [
            pulse.listen((overdue) => {
              send(encoded([revision(city, false, seen.positionsOf(overdue))]));
              if (++beats % BEATS_A_LOOK === 0) void endWithoutRight();
            }),
            city.feed.listenGathered((changes) => {
              const isNews = (changes[0]?.id ?? 0) > heardTo;
              const news = isNews ? changes : changes.filter(({ id }) => id > heardTo);
              heardTo = Math.max(heardTo, changes.at(-1)?.id ?? 0);
              if (news.length > 0) send(wordsFor(seen, news));
            }),
          ];
          if (viewer.role === "screen") {
            stops.push(screen.lines.add({ wall: null, account: viewer.account, send }));
          }
          return () => {
            for (const stop of stops) stop();
          };
        });
        return c.body(body, 200, streamHeaders);
      },
    ],
  ]);
}

const streamHeaders = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no",
};

const encoder = new TextEncoder();

/** As it goes over the line, see the HTML standard, "Server-sent events". */
function encoded(events: readonly Sent[]): Uint8Array {
  const blocks = events.map(
    ({ id, event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\nid: ${id}\n\n`,
  );
  return encoder.encode(blocks.join(""));
}

/** What somebody missed who heard everything up to a number; somebody new hears where the city stands. */
function firstEvents(city: City, seen: LiveSight, resumed: number): Sent[] {
  if (Number.isNaN(resumed)) return [revision(city, false)];
  const missed = city.feed.since(resumed);
  if (missed === null || resumed > city.logPosition) return [revision(city, true)];
  return [...missed.flatMap((change) => eventsOf(city, seen.part(change))), revision(city, false)];
}

function revision(
  city: City,
  reset: boolean,
  overdue: LiveEvent<"revision">["overdue"] = [],
): Sent {
  const data: LiveEvent<"revision"> = {
    ...baseOf(city, city.revision),
    overdue,
    tables: [],
    hasRecurrence: reset,
    reset,
  };
  return { id: city.logPosition, event: "revision", data };
}

function eventsOf(city: City, change: LiveChange): Sent[] {
  const { id, created, changed, tables, hasRecurrence, isTooMuch } = change;
  const base = baseOf(city, change.revision);
  const events: Sent[] = [];
  const add = (event: LiveEventName, data: LiveEvent) => events.push({ id, event, data });
  if (created.length > 0) add("problem.created", { ...base, problems: created.map(bodyOf) });
  if (changed.length > 0) add("problem.changed", { ...base, problems: changed.map(bodyOf) });
  if (tables.includes("duties") || tables.includes("zones")) add("duty.changed", base);
  const others = tables.filter((name) => name !== "duties" && name !== "zones");
  if (hasRecurrence || others.length > 0 || events.length === 0) {
    const reset = isTooMuch || others.includes("priors") || others.includes("bad-positions");
    add("revision", { ...base, overdue: [], tables: others, hasRecurrence, reset });
  }
  return events;
}

function baseOf({ clock, now }: City, revision: number) {
  return { revision, now: clock.toIso(now()) };
}

function bodyOf({ id, category, at }: LiveProblem): LiveProblemBody {
  return { id, category, at: at.map(([lng, lat]) => [lng, lat]) };
}
