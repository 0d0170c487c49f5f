import type { Viewer } from "../../domain/account.ts";
import type { City } from "../city/city.ts";

/** What a verb that changes state is given: the city, and who acts. */
export type ServiceContext = {
  readonly city: City;
  readonly actor: string;
  /** The account that acts, where it is one. */
  readonly viewer?: Viewer;
};

/** Who acts, as a step of a case says it; what the program does itself it does for the office. */
export function actingViewer({ actor, viewer }: ServiceContext): Viewer {
  return viewer ?? { account: actor, name: actor, role: "operator", person: null, unitId: null };
}

/** Where a correction may go without a reason and the step of a case may not. */
export const NO_REASON = "—";
