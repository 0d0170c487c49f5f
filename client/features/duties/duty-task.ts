import type { NewDuty } from "../../../domain/contract/duties.ts";
import type { DutyBody } from "../../../domain/contract/zones.ts";

/** What a person is about to do; shown beside the table. */
export type DutyTask =
  | { readonly kind: "assign"; readonly given: Partial<GivenDuty> }
  | { readonly kind: "end"; readonly duty: DutyBody; readonly at: string | undefined }
  | { readonly kind: "hand-over"; readonly duties: readonly DutyBody[] }
  | { readonly kind: "import" };

/** What a form is prefilled with; dates as days. */
export type GivenDuty = Pick<NewDuty, "role" | "from" | "to"> & {
  readonly scope: DutyBody["scope"];
  readonly also: DutyBody["also"];
};

/** The person, else the unit, by whom a duty is known. */
export function holderOf({ person, unitName, unit }: DutyBody): string {
  return person ?? unitName ?? unit ?? "";
}
