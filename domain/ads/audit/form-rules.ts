import { isValidForm } from "../audited-only-rules.ts";
import type { AdSurvey } from "./audit.ts";
import type { Judged } from "./extra-finding.ts";
import { countedFor } from "./placement.ts";

/** Roads along which ads were counted whose form does not count: what is left of the number without them. */
export function formFindings({ instance, network, ads, roads }: AdSurvey): Judged[] {
  const { rules } = instance;
  if (!rules.forms) return [];
  const invalid = network.roads.map((): string[] => []);
  instance.ads.forEach(({ id, carrier, state }, a) => {
    if (!rules.countStates.includes(state) || isValidForm(rules.forms, carrier)) return;
    for (const { road } of countedFor(ads[a]!, rules.sharing)) invalid[road]!.push(id);
  });
  return network.roads.flatMap(({ key }, r): Judged[] => {
    const without = invalid[r]!;
    if (without.length === 0) return [];
    const { count, required: need } = roads[r]!;
    const have = count - without.length;
    return [
      { rule: "forms", kind: "form", owner: key, have, need, ok: have >= need, ads: without },
    ];
  });
}
