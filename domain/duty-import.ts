import type { Duty } from "./duty.ts";

/** A duty of a table; one without an id of its own gets one when it is kept. */
export type DutyRow = { readonly row: number; readonly duty: Duty; readonly isNamed: boolean };

/** What taking a table in would do. What the table does not name stays as it is. */
export type DutyImportPlan = {
  readonly added: readonly DutyRow[];
  readonly changed: readonly (DutyRow & { readonly before: Duty })[];
  readonly unchanged: number;
};

/** A row without an id that says what a duty says already is that duty. O(duties + rows). */
export function planDutyImport(duties: readonly Duty[], rows: readonly DutyRow[]): DutyImportPlan {
  const byId = new Map<string, Duty>(duties.map((duty) => [duty.id, duty]));
  const contents = new Set(duties.map(contentOf));
  const added: DutyRow[] = [];
  const changed: (DutyRow & { before: Duty })[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const before = row.isNamed ? byId.get(row.duty.id) : undefined;
    const content = contentOf(row.duty);
    const isKnown = before ? contentOf(before) === content : !row.isNamed && contents.has(content);
    if (isKnown) unchanged++;
    else if (before) changed.push({ ...row, before });
    else added.push(row);
  }
  return { added, changed, unchanged };
}

function contentOf({ role, person, unitId, scope, also, from, to, phone }: Duty): string {
  const scopes = [scope.type, scope.type === "city" ? "" : scope.id, also?.type, also?.id];
  return JSON.stringify([role, person, unitId, scopes, from, to, phone]);
}
