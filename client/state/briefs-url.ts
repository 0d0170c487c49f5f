import { type DutyRole, dutyRoles } from "../../domain/duty.ts";

/** What a link to a brief carries; without a person the page lists everybody of a role. `week` is any day of it. */
export type BriefsUrl = {
  readonly person?: string;
  readonly role?: DutyRole;
  readonly week?: string;
  readonly asOf?: string;
  readonly theme?: "day" | "night";
  readonly lang?: "zh" | "en";
};

export function readBriefsUrl(search: Readonly<Record<string, unknown>>): BriefsUrl {
  const { person, role, week, asOf, theme, lang } = search;
  const known = dutyRoles.find((name) => name === role);
  return {
    ...(typeof person === "string" && person !== "" && { person }),
    ...(known && { role: known }),
    ...(typeof week === "string" && week !== "" && { week }),
    ...(typeof asOf === "string" && asOf !== "" && { asOf }),
    ...((theme === "day" || theme === "night") && { theme }),
    ...((lang === "zh" || lang === "en") && { lang }),
  };
}
