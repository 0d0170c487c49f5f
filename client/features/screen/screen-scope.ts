import type { QueryClient } from "@tanstack/react-query";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { RateTargets } from "../../../domain/screen/rate-targets.ts";
import type { SceneFilter } from "../../../domain/screen/scene.ts";
import type { CityClock } from "../../../domain/time.ts";
import { DAY_MS } from "../../../domain/time.ts";
import type { CityFormat } from "../../state/city-format.ts";
import type { FilterParams } from "../../state/url-state.ts";
import type { ScreenText } from "../../text/screen-text.ts";
import { zoneNameOf } from "./zone-name.ts";

/** What panels and maps of a step may know: its filter at the moment that all numbers are of. */
export type ScreenScope = {
  readonly city: CityManifest;
  readonly clock: CityClock;
  readonly format: CityFormat;
  readonly text: ScreenText;
  readonly language: "zh" | "en";
  /** Of the step, with `asOf`. */
  readonly filter: FilterParams;
  /** The moment, epoch ms. */
  readonly now: number;
  readonly client: QueryClient;
  /** Of the rates. */
  readonly targets: RateTargets;
};

/** The filter of a step at a moment: `days` begins at a midnight of the city. */
export function stepFilter(
  { days, ...rest }: SceneFilter,
  asOf: string,
  clock: CityClock,
): FilterParams {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const params: FilterParams = { ...Object.fromEntries(given), asOf };
  if (days === undefined) return params;
  const from = clock.dayStart(clock.dayStart(Date.parse(asOf)) - (days - 1) * DAY_MS + DAY_MS / 2);
  return { ...params, from: clock.toIso(from) };
}

/** Answers of the past are asked for again so often. */
const PAST_MS = 5 * 60_000;

/** The same filter so much earlier, its period with it; the moment steps, so that it is not asked for with every event. */
export function earlier({ filter, clock, now }: ScreenScope, byMs: number): FilterParams {
  const at = Math.floor(now / PAST_MS) * PAST_MS - byMs;
  const from = filter.from === undefined ? Number.NaN : Date.parse(filter.from) - byMs;
  return {
    ...filter,
    asOf: clock.toIso(at),
    ...(!Number.isNaN(from) && { from: clock.toIso(from) }),
  };
}

/** Rings count the backlog, unless the scene asks for another status. */
export function openFilter(filter: FilterParams): FilterParams {
  return { ...filter, status: filter.status ?? "open" };
}

/** The filter without its period: of panels whose words say one of their own. */
export function whenever({ filter: { from: _, to: __, ...filter } }: ScreenScope): FilterParams {
  return filter;
}

/** The filter with reports from that time on, whatever the scene's period. */
export function reportedFrom(scope: ScreenScope, from: number): FilterParams {
  return { ...whenever(scope), from: scope.clock.toIso(from) };
}

/** A filter in words. */
export function filterWords(scope: ScreenScope, filter: FilterParams): string {
  const isWhole = filter.category === undefined && filter.source === undefined;
  const whole = isWhole ? [scope.text.screen.wholeFilter] : [];
  return [...narrowingWords(scope, filter), ...whole].join(" · ");
}

/** What a filter leaves out, each in words; nothing where it is of the whole city. */
export function narrowingWords(scope: ScreenScope, filter: FilterParams): string[] {
  const { format, text } = scope;
  const names = (list: string | undefined, name: (code: string) => string) =>
    list === undefined ? [] : [list.split(",").map(name).join("、")];
  return [
    ...names(filter.zone, (id) => zoneNameOf(scope, id)),
    ...names(filter.category, format.category),
    ...names(filter.source, format.source),
    ...names(filter.status, (status) => nameIn(text.statuses, status)),
    ...names(filter.state, (state) => nameIn(text.screen.states, state)),
    ...[filter.unit, filter.line, filter.block, filter.assignee].flatMap((list) =>
      names(list, (id) => (id === "none" ? text.screen.duty.none : format.unit(id))),
    ),
    ...names(filter.person, (person) => person),
    ...names(filter.dueWithin, text.screen.dueWithin),
    ...(filter.from === undefined ? [] : [text.screen.reportedSince(format.day(filter.from))]),
  ];
}

function nameIn(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code;
}
