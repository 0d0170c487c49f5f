import type { AdRecord } from "../../domain/ads/ad-record.ts";
import type { NewInventoryAd } from "../../domain/contract/ads-inventory.ts";
import { DomainError } from "../../domain/errors.ts";
import type { City } from "../city/city.ts";
import { checkedPosition, checkedUnit } from "./checked-input.ts";
import type { ServiceContext } from "./service-context.ts";
import { type KeptAd, storedAd, withClientId } from "./stored-ad.ts";

/** All ads by id, with the version under which each is kept, if it is. */
export type RegisteredAds = ReadonlyMap<
  string,
  { readonly record: KeptAd; readonly kept: { readonly version: number } | null }
>;

export type RegisteredAd = { readonly id: string; readonly isNew: boolean };

type Given = {
  /** As they stand when it is called, inside a change. */
  readonly known: () => Promise<RegisteredAds>;
  /** Hands over the picture; called when nothing else can be refused any more. */
  readonly attach: (file: string) => Promise<void>;
};

/**
 * Keeps what somebody found in the street: a new ad, or one that is known as it is now. The same clientId again answers the ad
 * that it made and changes nothing. Throws `not-found`, `position-off-map`, `unknown-value`, and what `attach` throws.
 */
export function registerAd(
  context: ServiceContext,
  sent: NewInventoryAd,
  { known: readKnown, attach }: Given,
): Promise<RegisteredAd> {
  const { city, actor } = context;
  return city.change(async () => {
    const known = await readKnown();
    const made = madeBy(known, sent);
    if (made !== null) return { id: made, isNew: false };
    const before = sent.id === undefined ? null : (known.get(sent.id) ?? null);
    if (sent.id !== undefined && !before)
      throw new DomainError("not-found", { what: "ad", id: sent.id });
    const id = sent.id ?? freshId(city, known);
    const record = { ...before?.record, ...recordOf(city, sent), id };
    if (sent.photo !== undefined) await attach(sent.photo);
    const kept = { ...record, clientIds: withClientId(record, sent.clientId) };
    await city.storage.write(async (writer) => {
      await writer.saveAds([storedAd(context, kept, before?.kept?.version ?? 0)]);
      await writer.audit({
        at: city.now(),
        actor,
        action: before ? "update" : "register",
        entity: "ad",
        entityId: id,
        before: before?.record ?? null,
        after: record,
      });
    });
    return { id, isNew: !before };
  });
}

/** The ad that came of this very request before. Throws where it was of another ad. */
function madeBy(known: RegisteredAds, { clientId, id }: NewInventoryAd): string | null {
  for (const [found, { record }] of known) {
    if (!record.clientIds?.includes(clientId)) continue;
    if (id !== undefined && id !== found) throw new DomainError("reused-client-id", { clientId });
    return found;
  }
  return null;
}

/** What is not said of a known ad stays as it is; an empty note is none. */
function recordOf(city: City, sent: NewInventoryAd): Omit<AdRecord, "id"> {
  const { carrier, theme, state, facing, unitId, photo, note } = sent;
  const [x, y] = checkedPosition(city, sent.position);
  return {
    x,
    y,
    carrier,
    state,
    ...(theme !== undefined && { theme: theme || null }),
    ...(facing !== undefined && { facing: facing % 360 }),
    ...(unitId !== undefined && { unitId: checkedUnit(city, unitId) }),
    ...(photo !== undefined && { photo }),
    ...(note !== undefined && { note: note || null }),
  };
}

/** Day and a running number, so that it can be read out. */
function freshId({ clock, now }: City, known: RegisteredAds): string {
  const day = clock.toDate(now()).replaceAll("-", "");
  for (let number = 1; ; number++) {
    const id = `AD-${day}-${String(number).padStart(3, "0")}`;
    if (!known.has(id)) return id;
  }
}
