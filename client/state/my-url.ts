/** What the address of the phone page holds. */
export type MyUrl = {
  readonly person?: string;
  readonly asOf?: string;
  readonly theme?: "day" | "night";
  readonly lang?: "zh" | "en";
};

export function readMyUrl(search: Readonly<Record<string, unknown>>): MyUrl {
  const { person, asOf, theme, lang } = search;
  return {
    ...(typeof person === "string" && person !== "" && { person }),
    ...(typeof asOf === "string" && asOf !== "" && { asOf }),
    ...((theme === "day" || theme === "night") && { theme }),
    ...((lang === "zh" || lang === "en") && { lang }),
  };
}
