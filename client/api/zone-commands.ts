import { type ZoneChangeBody, ZoneChangeResult } from "../../domain/contract/zone-changes.ts";
import { sendJson } from "./http.ts";

/** Each throws an ApiError with the server's sentence. */
export function changeZones(change: ZoneChangeBody): Promise<ZoneChangeResult> {
  return sendJson("POST", "zones/changes", change, ZoneChangeResult);
}

/** What a change would bring; writes nothing. */
export function previewZones(change: ZoneChangeBody): Promise<ZoneChangeResult> {
  return sendJson("POST", "zones/changes?preview=1", change, ZoneChangeResult);
}

export function undoZoneChange(revision: number): Promise<ZoneChangeResult> {
  return sendJson("POST", "zones/changes/undo", { revision }, ZoneChangeResult);
}
