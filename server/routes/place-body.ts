import type { PlaceEvidence, RecurrencePlace } from "../../domain/contract/recurrence.ts";
import { KERNEL_BANDWIDTH_M } from "../../domain/heat-ramp.ts";
import type { ReportRole } from "../../domain/recurrence/episodes.ts";
import { rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { NO_ZONE } from "../../domain/spatial/zone-locator.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import { kernelAt } from "../heat/point-densities.ts";
import { areaAround } from "../heat/tile-area.ts";
import { recurrencePoints } from "../heat/weighted-points.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { standingAt } from "../recurrence-index/place-status.ts";
import { lastRecurrenceAt, type RankedPlace } from "../recurrence-index/rank-places.ts";
import { episodeFlags } from "../recurrence-index/recurring-places.ts";

/** Density of the filter's recurrences at a position of the plane, inside the filter's box. */
export type Density = (xM: number, yM: number) => number;

/** The kernel reaches beyond the box that was asked about, so places around it count too. */
export function densityOf(city: City, rows: RowFilter): Density {
  const { recurrence, tables } = city;
  const around = rows.bboxE7 && areaAround(rows.bboxE7, KERNEL_BANDWIDTH_M, tables.plane);
  const points = recurrencePoints(recurrence, { ...rows, bboxE7: null }, around);
  return kernelAt(points, KERNEL_BANDWIDTH_M);
}

/** A ranked place as the contract shows it. */
export function placeBody(
  city: City,
  { rank, place, k, rate30 }: RankedPlace,
  t: number,
  density: Density,
): RecurrencePlace {
  const { recurrence, tables, problems, clock, pack } = city;
  const { recurring, anchors, settings, historyStartAt } = recurrence;
  const historyDays = (t - historyStartAt) / DAY_MS;
  const perS = rate30PerWeight(settings.halfLifeDays, settings.windowDays, historyDays);
  const zone = problems.territories.list[recurring.territory[rank] ?? 0]?.zone ?? NO_ZONE;
  const zones = tables.registry.zones.chainOf(zone).map((ordinal) => pack.zones[ordinal]);
  const lastAt = lastRecurrenceAt(recurrence, rank, t);
  return {
    id: place,
    position: [fromE7(recurring.lngE7[rank] ?? 0), fromE7(recurring.latE7[rank] ?? 0)],
    radiusM: anchors.radiusOf(place),
    category: tables.tree.at(recurring.category[rank] ?? 0).code,
    k,
    S: k === 0 ? 0 : rate30 / perS,
    rate30,
    density: density(anchors.anchorX[place] ?? 0, anchors.anchorY[place] ?? 0),
    isOpen: standingAt(recurrence, rank, t).isOpen,
    lastAt: lastAt === null ? null : clock.toIso(lastAt),
    zone: zones.find((candidate) => candidate?.level === "zone")?.id ?? null,
  };
}

/** Its episodes as they were known at T, with every report and what it was. */
export function placeEpisodes(city: City, place: number, t: number): PlaceEvidence["episodes"] {
  const { recurrence, problems, tables, clock } = city;
  const reports = new Map<number, { serial: number; role: ReportRole }[]>();
  const note = (serial: number, episode: number, role: ReportRole) => {
    const known = reports.get(episode);
    if (known) known.push({ serial, role });
    else reports.set(episode, [{ serial, role }]);
  };
  const episodes = recurrence.episodesOf(place, note, t);
  return episodes.map(({ start, end, flags }, number) => {
    const before = episodes[number - 1];
    return {
      start: clock.toIso(start),
      end: end > t ? null : clock.toIso(end),
      isEndAssumed: (flags & episodeFlags.endAssumed) !== 0,
      isRecurrence: (flags & episodeFlags.recurrence) !== 0,
      gapDays: before ? (start - before.end) / DAY_MS : null,
      reports: (reports.get(number) ?? []).map(({ serial, role }) => {
        const row = problems.rowOf(serial);
        const closing = problems.closingsOf(serial).findLast(({ closedAt }) => closedAt <= t);
        const isClosed = problems.isRowClosedAt(row, t);
        return {
          id: problems.ids.idOf(serial),
          role,
          reportedAt: clock.toIso(problems.columns.reportedAt[row] ?? 0),
          closedAt: isClosed && closing ? clock.toIso(closing.closedAt) : null,
          source: tables.sources[problems.columns.source[row] ?? 0] ?? "",
        };
      }),
    };
  });
}
