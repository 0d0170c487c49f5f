import { firstVersions, type GridZone, type ZoneVersion } from "../../domain/grid-zone.ts";
import type { Storage } from "../storage/storage.ts";

/**
 * The zones through time. As long as no border was changed here they are the pack's own, read anew at each start; from the
 * first change on they are kept in storage, those before it included.
 */
export async function storedZones(
  zones: readonly GridZone[],
  storage: Storage,
): Promise<readonly ZoneVersion[]> {
  const versions = await storage.zoneVersions();
  return versions.length > 0 ? versions : firstVersions(zones);
}
