/** What the address of a sign's page holds beside the id. */
export type SignUrl = {
  readonly type?: "section" | "zone";
  readonly theme?: "day" | "night";
  readonly lang?: "zh" | "en";
};

export function readSignUrl(search: Readonly<Record<string, unknown>>): SignUrl {
  const { type, theme, lang } = search;
  return {
    ...((type === "section" || type === "zone") && { type }),
    ...((theme === "day" || theme === "night") && { theme }),
    ...((lang === "zh" || lang === "en") && { lang }),
  };
}
