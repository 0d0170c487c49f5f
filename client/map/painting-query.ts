import type { QueryClient } from "@tanstack/react-query";
import type { DutyColour, FilterParams } from "../state/url-state.ts";
import type { DutyPainting } from "./duty-painting.ts";

/** The ground by who answers for it; null where it is not coloured by areas. What makes it is loaded when it is asked for. */
export const paintingQuery = (
  by: DutyColour | null,
  filter: FilterParams,
  client: QueryClient,
) => ({
  queryKey: ["duty-painting", by, filter],
  queryFn: async (): Promise<DutyPainting | null> => {
    if (by === null || by === "chief") return null;
    const { loadPainting } = await import("./duty-painting.ts");
    return loadPainting(by, filter, client);
  },
});
