import { emptyParts, type ScoreParts } from "../../domain/my-score.ts";
import type { Sight } from "../problem-index/sight.ts";
import { topZones } from "../problem-index/top-zones.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";
import { countedPartSlices } from "./score-parts.ts";

/** By id of the zone. */
export type ZoneScores = ReadonlyMap<string, ScoreParts>;

/**
 * The parts of the score of every zone of the first level at T: all that is seen of the ground as it is drawn at T, whoever
 * answered for it. So it is the score of a lead who held that zone, and no other, all the time. One pass over the reports.
 */
export function* zoneScoreSlices(
  index: RecurrenceIndex,
  t: number,
  sight: Sight | null,
): Generator<void, ZoneScores> {
  const { columns } = index.problems;
  const { zones, of } = topZones(index.problems, t);
  const parts = zones.map(emptyParts);
  yield* countedPartSlices(index, t, sight, (row, _, part, isX) => {
    const own = parts[of[columns.territory[row]!] ?? -1];
    if (!own) return;
    own[part].n++;
    if (isX) own[part].x++;
  });
  return new Map(zones.map(({ id }, number) => [id, parts[number] ?? emptyParts()]));
}
