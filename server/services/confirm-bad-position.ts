import { rowFlags } from "../../domain/columns/problem-columns.ts";
import { DomainError } from "../../domain/errors.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { toE7 } from "../../domain/spatial/lng-lat.ts";
import { positionKey } from "../city/city.ts";
import { allRows } from "../problem-index/match-rows.ts";
import type { BadPosition } from "../storage/storage.ts";
import type { ServiceContext } from "./service-context.ts";

/**
 * A person confirms that a coordinate stands for no place (a geocoder's default, a grid centroid): it goes on the dated list
 * of the location gate, and the reports there leave their places. Their problems stay on the map. Throws `not-found`
 * where no report lies on it.
 */
export function confirmBadPosition(
  { city, actor }: ServiceContext,
  [lng, lat]: readonly [number, number],
): Promise<BadPosition> {
  return city.change(async () => {
    const key = positionKey(lng, lat);
    const listed = city.badPositions.get(key);
    if (listed) return listed;
    const serials = serialsAt(city.problems, toE7(lng), toE7(lat));
    if (serials.length === 0) throw new DomainError("not-found", { what: "position", id: key });
    const proposed = city.proposedPositions.find((each) => {
      return each.lngE7 === toE7(lng) && each.latE7 === toE7(lat);
    });
    const position: BadPosition = {
      lngE7: toE7(lng),
      latE7: toE7(lat),
      since: city.now(),
      addresses: proposed?.addresses ?? 0,
      reports: serials.length,
    };
    await city.storage.write(async (writer) => {
      await writer.addBadPositions([position]);
      await writer.savePlacings(serials.map((serial) => ({ seq: serial + 1, placeId: null })));
      await writer.audit({
        at: position.since,
        actor,
        action: "confirm-bad-position",
        entity: "position",
        entityId: key,
        before: null,
        after: position,
      });
    });
    return position;
  });
}

function serialsAt(
  problems: ServiceContext["city"]["problems"],
  lngE7: number,
  latE7: number,
): number[] {
  const everything = problems.compile(noFilter, Number.POSITIVE_INFINITY);
  const here = { ...everything, bboxE7: [lngE7, latE7, lngE7, latE7] as const };
  const { count, rows } = problems.match(here, allRows);
  const { columns } = problems;
  return Array.from(rows.subarray(0, count))
    .filter((row) => ((columns.flags[row] ?? 0) & rowFlags.unplaced) === 0)
    .map((row) => columns.serial[row] ?? 0);
}
