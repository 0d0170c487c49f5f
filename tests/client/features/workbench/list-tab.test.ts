import { expect, test } from "vitest";
import { listText, readList } from "../../../../client/features/workbench/list-tab.ts";

test("the list in the address comes back; nonsense is the problems", () => {
  for (const text of [undefined, "tray", "places", "suggestions"]) {
    expect(listText(readList(text))).toBe(text);
  }
  expect(readList("ghosts")).toEqual({ tab: "problems", isSuggestions: false });
  expect(readList("suggestions")).toEqual({ tab: "places", isSuggestions: true });
});
