import type { NewInventoryAd } from "../../domain/contract/ads-inventory.ts";
import { type PhoneStore, phoneStore, type Settled, type Waiting } from "./phone-store.ts";

/** A registration that waits on this phone until the server has it, with its picture. */
export type QueuedAd = Waiting & {
  /** Whose it is: nobody else sends it. */
  readonly account: string;
  readonly ad: Omit<NewInventoryAd, "clientId" | "photo">;
  readonly picture: Blob | null;
  /** What the server named the picture, once it has it. */
  readonly photo: string | null;
};

/** A registration that the server has. */
export type SentAd = Settled & {
  readonly account: string;
  readonly id: string;
  readonly carrier: string;
  readonly road: string | null;
  readonly isNew: boolean;
};

export type AdStore = PhoneStore<QueuedAd, SentAd>;

export const adStore: AdStore = phoneStore("wangge-ads", 30);
