/** Theme and language in the address of a page for phones. */
export type LookUrl = {
  readonly theme?: "day" | "night";
  readonly lang?: "zh" | "en";
};

export function readLook({ theme, lang }: Readonly<Record<string, unknown>>): LookUrl {
  return {
    ...((theme === "day" || theme === "night") && { theme }),
    ...((lang === "zh" || lang === "en") && { lang }),
  };
}
