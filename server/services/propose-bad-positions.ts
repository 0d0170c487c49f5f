import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { type City, positionKey } from "../city/city.ts";

/**
 * Looks for coordinates that many addresses share by now and that are not on the gate's list. They are proposed and no more:
 * a fifteenth address never rewrites the past by itself. Reads the whole table, a second or two a million reports.
 */
export async function proposeBadPositions(city: City): Promise<void> {
  const stacks = await city.storage.stacks(city.recurrence.settings.stackAddresses);
  city.proposedPositions = stacks.filter(({ lngE7, latE7 }) => {
    return !city.badPositions.has(positionKey(fromE7(lngE7), fromE7(latE7)));
  });
}
