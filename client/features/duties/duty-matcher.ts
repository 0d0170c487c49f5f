import type { DutyBody } from "../../../domain/contract/zones.ts";
import type { DutiesUrl } from "../../state/duties-url.ts";

/** Whether a duty is one of those that the address asks for, its day apart. */
export function matcherOf({ role, unit, q }: DutiesUrl): (duty: DutyBody) => boolean {
  const wanted = q?.trim().toLowerCase() ?? "";
  return (duty) => {
    if (role !== undefined && duty.role !== role) return false;
    if (unit !== undefined && duty.unit !== unit) return false;
    if (wanted === "") return true;
    const { person, unitName, scope, also, id } = duty;
    const names = [person, unitName, scope.name, scope.id, also?.name, also?.id, id];
    return names.some((name) => name?.toLowerCase().includes(wanted));
  };
}
