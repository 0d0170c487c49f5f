import { useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { QueuedReport } from "../../api/report-store.ts";
import type { ReportQueue } from "../../state/use-report-queue.ts";
import { whatBecame } from "../../state/what-became.ts";
import { useStreetText } from "../../text/street-text.ts";
import { rememberCategory } from "./recent-categories.ts";
import { type ReportDraft, useReportDraft } from "./report-draft.ts";
import type { Reporter } from "./report-form.tsx";

/** `sent`: it is on the phone, and perhaps with the server. `failed`: neither. */
type Step =
  | { readonly at: "writing" | "same" | "sending" | "failed" }
  | { readonly at: "sent"; readonly clientId: string };

/** From the form to what became of it, and back to the next one. */
export function useReportSteps(city: CityManifest, reporter: Reporter, queue: ReportQueue) {
  const { draft, change, renew } = useReportDraft();
  const [step, setStep] = useState<Step>({ at: "writing" });
  const [pictures, setPictures] = useState<readonly Blob[]>([]);
  const text = useStreetText();
  async function submit(photos: readonly Blob[]): Promise<void> {
    setStep({ at: "sending" });
    const report = queuedOf(city, reporter, draft, photos);
    try {
      await queue.submit(report);
    } catch {
      setStep({ at: "failed" });
      return;
    }
    rememberCategory(report.category);
    setPictures([]);
    setStep({ at: "sent", clientId: report.clientId });
    renew();
  }
  const again = () => {
    setPictures([]);
    setStep({ at: "writing" });
  };
  function edit(report: QueuedReport): void {
    const isWritten = draft.category !== null || `${draft.address}${draft.description}` !== "";
    if (isWritten && draft.clientId !== report.clientId && !confirm(text.editSure)) return;
    const { clientId, category, position, address, description, source, photos } = report;
    change({ clientId, category, position, accuracyM: null, address, description, source });
    setPictures(photos.map(({ blob }) => blob));
    setStep({ at: "writing" });
  }
  const { sent, held } = whatBecame(queue, step.at === "sent" ? step.clientId : null);
  const isForm = step.at !== "same" && !sent && !held;
  return {
    draft,
    change,
    pictures,
    at: step.at,
    sent,
    held,
    isForm,
    isOwn: reporter.account !== null,
    submit,
    again,
    edit,
    same: () => setStep({ at: "same" }),
    /** Another one instead of what was written. */
    afresh() {
      renew();
      again();
    },
  };
}

function queuedOf(
  city: CityManifest,
  reporter: Reporter,
  draft: ReportDraft,
  photos: readonly Blob[],
): QueuedReport {
  const category = draft.category ?? "";
  const name = city.categories.find(({ code }) => code === category)?.name;
  return {
    clientId: draft.clientId,
    door: reporter.account === null ? "public" : "account",
    account: reporter.account,
    category,
    categoryName: name ?? category,
    position: draft.position,
    address: draft.address.trim(),
    description: draft.description.trim(),
    source: reporter.source === null ? null : (draft.source ?? reporter.source),
    photos: photos.map((blob) => ({ blob, file: null })),
    writtenAt: Date.now(),
    refusal: null,
  };
}
