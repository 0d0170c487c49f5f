/** What the address of the phone pages of units and inspectors holds. */
export type FieldUrl = {
  /** Whose orders; the account's own unit where it is left out. */
  readonly unit?: string;
  readonly theme?: string;
  readonly lang?: string;
};

export function readFieldUrl(search: Readonly<Record<string, unknown>>): FieldUrl {
  const { unit, theme, lang } = search;
  return {
    ...(typeof unit === "string" && unit !== "" && { unit }),
    ...((theme === "day" || theme === "night") && { theme }),
    ...((lang === "zh" || lang === "en") && { lang }),
  };
}
