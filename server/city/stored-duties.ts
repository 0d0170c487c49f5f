import type { CityPack } from "../../domain/city-pack.ts";
import type { Duty } from "../../domain/duty.ts";
import type { Storage } from "../storage/storage.ts";

const DUTIES_FROM = "dutiesFrom";

/**
 * The duties as they are stored: those of the pack at the first start, what became of them from then on. A pack's table that
 * is changed later is taken in by an import, where it can be looked at before.
 */
export async function storedDuties(
  pack: CityPack,
  storage: Storage,
  now: () => number,
): Promise<readonly Duty[]> {
  if ((await storage.meta(DUTIES_FROM)) !== null) return storage.duties();
  await storage.write(async (writer) => {
    await writer.saveDuties(pack.duties);
    await writer.setMeta(DUTIES_FROM, "pack");
    await writer.audit({
      at: now(),
      actor: "system",
      action: "take-in-duties",
      entity: "duty",
      entityId: "",
      before: null,
      after: { duties: pack.duties.length },
    });
  });
  return storage.duties();
}
