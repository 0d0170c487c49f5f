import type { CategoryCode } from "../../domain/category.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { boxAround, type NearRow, rowsNear } from "../problem-index/open-near.ts";
import type { Sight } from "../problem-index/sight.ts";
import type { City } from "./city.ts";

/** Two people with two phones stand so far apart in front of the same thing, whatever its category. */
const LEAST_RADIUS_M = 50;

export type SimilarOpen = { readonly radiusM: number; readonly rows: readonly NearRow[] };

/** Open reports of a category within the radius that makes two of them one place, or 50 m; nearest first. */
export function similarOpen(
  city: City,
  position: readonly [number, number],
  category: CategoryCode,
  sight: Sight | null,
): SimilarOpen {
  const { tables, problems, pack } = city;
  const own = tables.tree.at(tables.categoryOrdinal(category)).radiusM;
  const radiusM = Math.max(own ?? pack.manifest.settings.recurrence.radiusM, LEAST_RADIUS_M);
  const asked = {
    ...noFilter,
    categories: [category],
    statuses: ["open", "overdue"] as const,
    bbox: boxAround(position, radiusM),
  };
  const filter = problems.compile(asked, city.now(), sight);
  return { radiusM, rows: rowsNear(problems, filter, position, radiusM) };
}
