/** What the list shows, as the address has it; the problems when it says nothing. */
export const listTabs = ["problems", "tray", "places"] as const;
export type ListTab = (typeof listTabs)[number];

/** Within the recurring places: all of them, or those with a suggestion to summon. */
export type ListView = { readonly tab: ListTab; readonly isSuggestions: boolean };

export function readList(text: string | undefined): ListView {
  if (text === "suggestions") return { tab: "places", isSuggestions: true };
  return { tab: listTabs.find((tab) => tab === text) ?? "problems", isSuggestions: false };
}

/** Undefined for the default, which the address leaves out. */
export function listText({ tab, isSuggestions }: ListView): string | undefined {
  if (tab === "places") return isSuggestions ? "suggestions" : "places";
  return tab === "problems" ? undefined : tab;
}
