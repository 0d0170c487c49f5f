import { useState } from "react";
import type { QueuedAd } from "../../api/ad-store.ts";
import type { AdQueue } from "../../state/use-ad-queue.ts";
import type { OwnViewer } from "../../state/viewer.ts";
import { whatBecame } from "../../state/what-became.ts";
import { useStreetText } from "../../text/street-text.ts";
import { type AdDraft, useAdDraft } from "./ad-draft.ts";

/** `sent`: it is on the phone, and perhaps with the server. `failed`: neither. */
type Step =
  | { readonly at: "writing" | "sending" | "failed" }
  | { readonly at: "sent"; readonly clientId: string };

/** From the form to what became of it, and back to the next one. */
export function useAdSteps(viewer: OwnViewer, queue: AdQueue) {
  const { draft, change, renew } = useAdDraft();
  const [step, setStep] = useState<Step>({ at: "writing" });
  const [picture, setPicture] = useState<Blob | null>(null);
  const text = useStreetText();
  async function submit(taken: Blob | null): Promise<void> {
    setStep({ at: "sending" });
    const queued = queuedOf(viewer, draft, taken);
    if (!queued) return setStep({ at: "writing" });
    try {
      await queue.submit(queued);
    } catch {
      return setStep({ at: "failed" });
    }
    setPicture(null);
    setStep({ at: "sent", clientId: queued.clientId });
    renew();
  }
  function edit({ clientId, ad, picture: kept }: QueuedAd): void {
    const isWritten = draft.state !== null || draft.note !== "";
    if (isWritten && draft.clientId !== clientId && !confirm(text.editSure)) return;
    change({
      clientId,
      id: ad.id ?? null,
      position: [ad.position[0], ad.position[1]],
      accuracyM: null,
      carrier: ad.carrier,
      theme: ad.theme ?? null,
      state: ad.state,
      facing: ad.facing ?? null,
      note: ad.note ?? "",
    });
    setPicture(kept);
    setStep({ at: "writing" });
  }
  const { sent, held } = whatBecame(queue, step.at === "sent" ? step.clientId : null);
  return {
    draft,
    change,
    picture,
    at: step.at,
    sent,
    held,
    isForm: !sent && !held,
    submit,
    edit,
    again: () => setStep({ at: "writing" }),
  };
}

/** Null: something that is needed is not there. */
function queuedOf(viewer: OwnViewer, draft: AdDraft, picture: Blob | null): QueuedAd | null {
  const { clientId, id, position, carrier, theme, state, facing, note } = draft;
  if (position === null || carrier === null || state === null) return null;
  return {
    clientId,
    account: viewer.account,
    ad: {
      position: [position[0], position[1]],
      carrier: carrier.trim(),
      state,
      ...(id !== null && { id }),
      ...(theme !== null && { theme }),
      ...(facing !== null && { facing }),
      // A unit registers what it looks after; what is known already keeps whose it is.
      ...(id === null && viewer.unitId !== null && { unitId: viewer.unitId }),
      ...(note.trim() !== "" && { note: note.trim() }),
    },
    picture,
    photo: null,
    writtenAt: Date.now(),
    refusal: null,
  };
}
