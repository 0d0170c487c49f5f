import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import type { DutyTask } from "./duty-task.ts";

/** The form that mends a defect, filled in as far as the defect says; null where no form here does. */
export function taskOf(
  { fix, role, scope, also, from, to, duties }: DutyDefectBody,
  day: (iso: string) => string,
): DutyTask | null {
  const [duty] = duties;
  switch (fix) {
    case "assign": {
      if (role === null || scope === null) return null;
      const dates = { ...(from !== null && { from: day(from) }), ...(to && { to: day(to) }) };
      return { kind: "assign", given: { role, scope, also, ...dates } };
    }
    case "mend-end":
      return duty
        ? { kind: "end", duty, at: duties.length > 1 && from !== null ? day(from) : undefined }
        : null;
    case "hand-over":
      return { kind: "hand-over", duties };
    case "edit-zone":
      return null;
  }
}
