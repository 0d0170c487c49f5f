import type { CityManifest } from "../../domain/contract/city.ts";
import { cityClock, DAY_MS, HOUR_MS } from "../../domain/time.ts";
import type { Text } from "../text/zh-cn.ts";

/** 4, 0.5, 128: breaks and densities, no more digits than they need. */
export function figure(n: number): string {
  return n >= 10 ? String(Math.round(n)) : String(Number(n.toPrecision(2)));
}

/** How times read in the city: dates by its clock, names by its codes. */
export type CityFormat = {
  /** Epoch ms of an instant or a date, which means local midnight; NaN for anything else. */
  instant(text: string): number;
  /** 10:42 */
  time(iso: string): string;
  /** 11-21 10:42 */
  minute(iso: string): string;
  /** 2026-11-21 10:42 */
  fullMinute(iso: string): string;
  /** 11-21 */
  day(iso: string): string;
  /** 11-21, or 25-11-21 where that is not the year of the other moment. */
  dayBeside(iso: string, otherMs: number): string;
  /** 2026-11-21, as dates go into the address. */
  date(epochMs: number): string;
  /** Local midnight of a date or instant. */
  dayStart(text: string): number | null;
  /** 2 天, 5 时: how far apart, in the largest fitting unit. */
  span(ms: number): string;
  category(code: string): string;
  source(code: string): string;
  unit(id: string): string;
};

export function cityFormat(city: CityManifest, text: Text): CityFormat {
  const clock = cityClock(city.timezone);
  const categories = new Map(city.categories.map(({ code, name }) => [code, name]));
  const sources = new Map(city.sources.map(({ code, name }) => [code, name]));
  const units = new Map(city.units.map(({ id, name }) => [id, name]));
  const instant = (value: string) => clock.parse(value) ?? Number.NaN;
  const local = (value: string) => {
    const t = instant(value);
    return Number.isNaN(t) ? "" : clock.toIso(t);
  };
  return {
    instant,
    time: (iso) => local(iso).slice(11, 16),
    minute: (iso) => `${local(iso).slice(5, 10)} ${local(iso).slice(11, 16)}`,
    fullMinute: (iso) => `${local(iso).slice(0, 10)} ${local(iso).slice(11, 16)}`,
    day: (iso) => local(iso).slice(5, 10),
    dayBeside(iso, otherMs) {
      const isSameYear = local(iso).slice(0, 4) === clock.toDate(otherMs).slice(0, 4);
      return local(iso).slice(isSameYear ? 5 : 2, 10);
    },
    date: (epochMs) => clock.toDate(epochMs),
    dayStart(value) {
      const t = clock.parse(value);
      return t === null ? null : clock.dayStart(t);
    },
    span(ms) {
      if (ms >= DAY_MS) return text.duration.days(Math.floor(ms / DAY_MS));
      if (ms >= HOUR_MS) return text.duration.hours(Math.floor(ms / HOUR_MS));
      return text.duration.minutes(Math.max(1, Math.floor(ms / 60_000)));
    },
    category: (code) => categories.get(code) ?? code,
    source: (code) => sources.get(code) ?? code,
    unit: (id) => units.get(id) ?? id,
  };
}
