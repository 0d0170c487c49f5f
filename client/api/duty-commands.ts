import { DutyActBody, type Handover, type NewDuty } from "../../domain/contract/duties.ts";
import { DutyImport } from "../../domain/contract/duty-import.ts";
import { sendFile, sendJson } from "./http.ts";

/** Each throws an ApiError with the server's sentence. */
export function assignDuty(duty: NewDuty): Promise<DutyActBody> {
  return sendJson("POST", "duties", duty, DutyActBody);
}

export function endDuty(
  id: string,
  end: { readonly at: string; readonly reason?: string },
): Promise<DutyActBody> {
  return sendJson("POST", `duties/${encodeURIComponent(id)}/end`, end, DutyActBody);
}

export function handOverDuties(handover: Handover): Promise<DutyActBody> {
  return sendJson("POST", "duties/handover", handover, DutyActBody);
}

export function undoDutyAct(revision: number): Promise<DutyActBody> {
  return sendJson("POST", "duties/undo", { revision }, DutyActBody);
}

export function importDuties(file: File, isPreview: boolean): Promise<DutyImport> {
  const query = { preview: isPreview ? "1" : undefined };
  return sendFile("duties/import", query, file, DutyImport);
}
