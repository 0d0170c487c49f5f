import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import type { LiveEvent, LiveEventName, LiveProblemBody } from "../../domain/contract/live.ts";
import { viewerOf } from "../access/identity.ts";
import { LiveSight } from "../access/live-sight.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import type { LiveChange, LiveProblem } from "../live/live-feed.ts";
import { livePulse } from "../live/live-pulse.ts";
import { turnedOverdue } from "../problem-index/turned-overdue.ts";
import { documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";

/** A sign of life, and whose time ran out meanwhile. */
const PULSE_MS = 10_000;
/** Events that wait for a slow reader; one that is further behind starts again. */
const MOST_WAITING = 1000;

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

export function liveRoutes({ city }: Pick<Deps, "city">) {
  const pulse = livePulse(PULSE_MS, city.now, (since, t) => turnedOverdue(city.problems, since, t));
  return documentedRoutes([
    [
      live,
      (c) => {
        const { after } = readQuery(c, ["after"]);
        const resumed = Number(c.req.header("last-event-id") ?? after ?? Number.NaN);
        c.header("Cache-Control", "no-cache, no-transform");
        c.header("X-Accel-Buffering", "no");
        const seen = new LiveSight(city, viewerOf(c));
        return streamSSE(c, async (stream) => {
          const waiting: Sent[] = firstEvents(city, seen, resumed);
          let wake: () => void = () => undefined;
          const send = (events: readonly Sent[]) => {
            waiting.push(...events);
            if (waiting.length > MOST_WAITING)
              waiting.splice(0, waiting.length, revision(city, true));
            wake();
          };
          const stops = [
            pulse.listen((overdue) => send([revision(city, false, seen.positionsOf(overdue))])),
            city.feed.listen((change) => send(eventsOf(city, seen.part(change)))),
          ];
          stream.onAbort(() => {
            for (const stop of stops) stop();
            wake();
          });
          while (!stream.aborted) {
            for (const { id, event, data } of waiting.splice(0)) {
              await stream.writeSSE({ id: String(id), event, data: JSON.stringify(data) });
            }
            if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
          }
        });
      },
    ],
  ]);
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
