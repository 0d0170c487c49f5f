import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { sendAd } from "../api/ad-register-queries.ts";
import { adStore, type QueuedAd, type SentAd } from "../api/ad-store.ts";
import { uploadPhoto } from "../api/upload-photo.ts";
import { type AdSender, flushAds } from "./ad-queue.ts";
import { type PhoneQueue, usePhoneQueue } from "./use-phone-queue.ts";

export type AdQueue = PhoneQueue<QueuedAd, SentAd>;

const sender: AdSender = {
  upload: async (picture) => (await uploadPhoto(picture, "ads")).file,
  send: sendAd,
};

/** Registrations of this phone; of those sent, the account's own. */
export function useAdQueue(account: string): AdQueue {
  const client = useQueryClient();
  const send = useCallback(async () => {
    try {
      return await flushAds({ store: adStore, sender, account, now: Date.now });
    } finally {
      void client.invalidateQueries({ queryKey: ["ads-near"] });
    }
  }, [account, client]);
  const queue = usePhoneQueue(adStore, "wangge-ads", send);
  return { ...queue, sent: queue.sent.filter((each) => each.account === account) };
}
