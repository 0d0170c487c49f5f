import type { AdMapping } from "../../domain/ads/inventory/ad-mapping.ts";
import type { AdChoices } from "../../domain/ads/inventory/merge-ads.ts";
import { AdImportReport } from "../../domain/contract/ads-import.ts";
import type { Datum } from "../../domain/spatial/datum.ts";
import { ApiError, apiUrl, refusalOf } from "./http.ts";

export type AdImportAsked = {
  readonly file: File;
  /** Null: the server guesses it. */
  readonly mapping: AdMapping | null;
  readonly choices: Partial<AdChoices>;
  readonly crs: Datum;
  readonly isDryRun: boolean;
};

/** Sends a table of ads; `onProgress` hears 0 … 1 of the way up. Throws an ApiError, also when it was given up. */
export function sendAdTable(
  { file, mapping, choices, crs, isDryRun }: AdImportAsked,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<AdImportReport> {
  const form = new FormData();
  form.set("file", file);
  if (mapping) form.set("mapping", JSON.stringify(mapping));
  form.set("choices", JSON.stringify(choices));
  form.set("crs", crs);
  form.set("dryRun", isDryRun ? "1" : "0");
  // fetch tells nothing of how far an upload is.
  const request = new XMLHttpRequest();
  request.open("POST", apiUrl("ads/import", {}));
  const isEnglish = document.documentElement.lang.startsWith("en");
  request.setRequestHeader("Accept-Language", isEnglish ? "en" : "zh-CN");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    if (total > 0) onProgress(loaded / total);
  });
  signal.addEventListener("abort", () => request.abort());
  return new Promise((resolve, reject) => {
    const unreached = () => reject(new ApiError(0, "unreachable", "unreachable"));
    for (const name of ["error", "abort", "timeout"]) request.addEventListener(name, unreached);
    request.addEventListener("load", () => {
      const body = jsonOf(request.responseText);
      const report = AdImportReport.safeParse(body);
      if (request.status === 200 && report.success) resolve(report.data);
      else reject(refusalOf(request.status, body));
    });
    request.send(form);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
