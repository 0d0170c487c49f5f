import { z } from "zod";
import { Instant, Position } from "./geojson.ts";

/** A problem that was reported or changed; `at`: where it was and is. */
export const LiveProblemBody = z.object({
  id: z.string(),
  category: z.string(),
  at: z.array(Position),
});
export type LiveProblemBody = z.infer<typeof LiveProblemBody>;

const base = {
  revision: z.number().int(),
  now: Instant.meta({ description: "The city's clock when it was sent" }),
};

/** What the stream says, by the name of the event. Every event's id is its number in the log. */
export const liveEvents = {
  "problem.created": z.object({ ...base, problems: z.array(LiveProblemBody) }),
  "problem.changed": z.object({ ...base, problems: z.array(LiveProblemBody) }),
  "duty.changed": z.object(base),
  revision: z.object({
    ...base,
    overdue: z.array(Position).meta({
      description: "Where open problems ran out of time since the last event of this kind",
    }),
    tables: z.array(z.string()).meta({
      description:
        "What else was written: decisions on places, urges, priors, bad-positions, texts",
    }),
    hasRecurrence: z.boolean().meta({ description: "A place that recurs was touched" }),
    reset: z
      .boolean()
      .meta({ description: "What happened since Last-Event-ID is not known: read everything" }),
  }),
} as const;
export type LiveEventName = keyof typeof liveEvents;
export type LiveEvent<N extends LiveEventName = LiveEventName> = z.infer<(typeof liveEvents)[N]>;
