import type { PlaceEvidence } from "../../domain/contract/recurrence.ts";
import type { Photo } from "../../domain/problem.ts";
import type { ReportRole } from "../../domain/recurrence/episodes.ts";
import { episodeFlags } from "../../domain/recurrence/place-measures.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import { answeringAt, storedReports } from "./place-body.ts";

/** Its episodes as they were known at T, with every report, what it was, and who answered then. */
export async function placeEpisodes(
  city: City,
  place: number,
  t: number,
): Promise<PlaceEvidence["episodes"]> {
  const { recurrence, problems, tables, clock } = city;
  const quickMs = recurrence.settings.quickDays * DAY_MS;
  const reports = new Map<number, { serial: number; role: ReportRole }[]>();
  const episodes = recurrence.cut(place, t, (serial, episode, role) => {
    const known = reports.get(episode);
    if (known) known.push({ serial, role });
    else reports.set(episode, [{ serial, role }]);
  });
  const rows = episodes.rows();
  const photos = await photosOf(city, [...reports.values()].flat(), t);
  return rows.map(({ start, end, flags }, number, all) => {
    const before = all[number - 1];
    const isRecurrence = (flags & episodeFlags.recurrence) !== 0;
    return {
      start: clock.toIso(start),
      end: end > t ? null : clock.toIso(end),
      isEndAssumed: (flags & episodeFlags.endAssumed) !== 0 && end <= t,
      isRecurrence,
      isQuick: isRecurrence && before !== undefined && start - before.end <= quickMs,
      gapDays: before ? (start - before.end) / DAY_MS : null,
      duties: answeringAt(city, place, start),
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
          photos: photos.get(serial + 1) ?? [],
        };
      }),
    };
  });
}

/** Photographs taken by T, by seq of their report. */
async function photosOf(
  city: City,
  reports: readonly { readonly serial: number }[],
  t: number,
): Promise<ReadonlyMap<number, Photo[]>> {
  const photos = new Map<number, Photo[]>();
  const seqs = reports.map(({ serial }) => serial + 1);
  for await (const { seq, photos: all } of storedReports(city, seqs)) {
    photos.set(
      seq,
      all.filter(({ takenAt }) => !takenAt || Date.parse(takenAt) <= t),
    );
  }
  return photos;
}
