import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { AdMapping } from "../../../../domain/ads/inventory/ad-mapping.ts";
import type { AdChoices } from "../../../../domain/ads/inventory/merge-ads.ts";
import type { AdImportReport } from "../../../../domain/contract/ads-import.ts";
import type { Datum } from "../../../../domain/spatial/datum.ts";
import { sendAdTable } from "../../../api/ad-import.ts";

/** How a file is to be taken. */
export type ImportWay = {
  readonly file: File;
  /** Null: guessed by the server. */
  readonly mapping: AdMapping | null;
  readonly choices: Partial<AdChoices>;
  readonly crs: Datum;
};

export type Busy = { readonly at: "looking" | "writing"; readonly sent: number };

export type AdImport = {
  readonly way: ImportWay | null;
  /** Of the way before while another is looked through. */
  readonly report: AdImportReport | null;
  /** It was written: the report says what became of it. */
  readonly isDone: boolean;
  readonly busy: Busy | null;
  readonly error: Error | null;
  choose(file: File, crs: Datum): void;
  /** Looks the file through again, taken another way. */
  change(part: Partial<Omit<ImportWay, "file">>): void;
  retry(): void;
  write(): void;
  cancel(): void;
  renew(): void;
};

/** A file is looked through each time it is to be taken another way; only `write` writes it. */
export function useAdImport(): AdImport {
  const client = useQueryClient();
  const [way, setWay] = useState<ImportWay | null>(null);
  const [report, setReport] = useState<AdImportReport | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function send(asked: ImportWay, at: Busy["at"]): Promise<void> {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setBusy({ at, sent: 0 });
    setError(null);
    try {
      const isDryRun = at === "looking";
      const tell = (sent: number) => running.current === own && setBusy({ at, sent });
      const found = await sendAdTable({ ...asked, isDryRun }, tell, own.signal);
      if (running.current !== own) return;
      setReport(found);
      if (!isDryRun) void client.invalidateQueries();
    } catch (failed) {
      if (running.current === own && !own.signal.aborted) setError(failed as Error);
    } finally {
      if (running.current === own) setBusy(null);
    }
  }
  function look(asked: ImportWay): void {
    setWay(asked);
    void send(asked, "looking");
  }
  return {
    way,
    report,
    isDone: report !== null && !report.isDryRun,
    busy,
    error,
    choose(file, crs) {
      setReport(null);
      look({ file, crs, mapping: null, choices: {} });
    },
    change: (part) => way && look({ ...way, mapping: report?.mapping ?? null, ...part }),
    retry: () => way && look(way),
    write: () => way && void send({ ...way, mapping: report?.mapping ?? null }, "writing"),
    cancel() {
      running.current?.abort();
      setBusy(null);
    },
    renew() {
      running.current?.abort();
      setWay(null);
      setReport(null);
      setError(null);
    },
  };
}
