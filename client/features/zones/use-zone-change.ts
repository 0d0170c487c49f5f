import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ZoneChangeBody, ZoneChangeResult } from "../../../domain/contract/zone-changes.ts";
import type { ZoneDraft } from "../../../domain/zone-edit/zone-draft.ts";
import { ApiError } from "../../api/http.ts";
import { changeZones, previewZones, undoZoneChange } from "../../api/zone-commands.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

export type ZoneChange = ReturnType<typeof useZoneChange>;

/** Checks the draft, saves it, takes it back. A preview holds for the draft and day that it was made of. */
export function useZoneChange() {
  const { draft, day, discard, look } = useZoneDesk();
  const { clock } = useRunning();
  const client = useQueryClient();
  const [busy, setBusy] = useState<"preview" | "save" | "undo" | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [saved, setSaved] = useState<ZoneChangeResult | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const preview = checked?.draft === draft && checked.day === day ? checked.result : null;

  async function attempt(what: NonNullable<typeof busy>, work: () => Promise<void>): Promise<void> {
    setBusy(what);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught as Error);
    }
    setBusy(null);
  }

  async function check(): Promise<ZoneChangeResult> {
    const result = await previewZones(bodyOf(draft, day, "", false));
    setChecked({ draft, day, result });
    return result;
  }

  async function afterwards(): Promise<void> {
    await client.invalidateQueries();
    clock.refresh();
  }

  return {
    busy,
    preview,
    saved,
    error,
    check: () => attempt("preview", async () => void (await check())),
    /** What has not been checked is checked first, and left unsaved where that finds something. */
    save: (reason: string, isAccepted: boolean) =>
      attempt("save", async () => {
        if (!isAccepted && (preview ?? (await check())).findings.length > 0) return;
        try {
          setSaved(await changeZones(bodyOf(draft, day, reason, isAccepted)));
        } catch (caught) {
          const hasFindings = caught instanceof ApiError && caught.reason === "zone-findings";
          if (hasFindings) await check();
          throw caught;
        }
        discard();
        look(null);
        await afterwards();
      }),
    undo: (revision: number) =>
      attempt("undo", async () => {
        await undoZoneChange(revision);
        setSaved(null);
        await afterwards();
      }),
  };
}

type Checked = {
  readonly draft: ZoneDraft;
  readonly day: string;
  readonly result: ZoneChangeResult;
};

function bodyOf(
  { kind, zones, removed }: ZoneDraft,
  day: string,
  reason: string,
  isAccepted: boolean,
): ZoneChangeBody {
  const sent = zones.map((zone) => ({ ...zone, from: [...zone.from] }));
  return {
    at: day,
    kind,
    zones: sent as ZoneChangeBody["zones"],
    remove: [...removed],
    ...(isAccepted && { accept: true }),
    ...(reason.trim() !== "" && { reason: reason.trim() }),
  };
}
