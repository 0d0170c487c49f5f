import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import { DomainError } from "../../domain/errors.ts";
import { actingViewer, type ServiceContext } from "./service-context.ts";

/**
 * Keeps a new version of the rules for ads, which are in force from then on. Throws `version-taken` where there is this
 * version already, here or in the pack (`taken`).
 */
export function saveAdRules(
  context: ServiceContext,
  rules: AdRuleSet,
  taken: readonly string[],
  reason?: string,
): Promise<void> {
  const { city, actor } = context;
  return city.change(async () => {
    const saved = await city.storage.adRuleSets();
    const { version } = rules;
    if (taken.includes(version) || saved.some((each) => each.version === version)) {
      throw new DomainError("version-taken", { version });
    }
    const savedAt = city.now();
    const { account, name } = actingViewer(context);
    await city.storage.write(async (writer) => {
      await writer.addAdRules({ version, rules, savedAt, account, actorName: name });
      await writer.audit({
        at: savedAt,
        actor,
        action: "save-ad-rules",
        entity: "ad-rules",
        entityId: version,
        before: saved[0]?.version ?? null,
        after: reason === undefined ? { version } : { version, reason },
      });
    });
  });
}
