import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import { zonesQuery } from "../../api/queries.ts";
import type { FilterParams } from "../../state/url-state.ts";

/** The zone's name from whichever answer about zones is at hand; its id until one has come. */
export function zoneNameOf({ client }: { readonly client: QueryClient }, id: string): string {
  for (const [, list] of client.getQueriesData<ZoneList>({ queryKey: ["zones", "zone"] })) {
    const zone = list?.features.find(({ properties }) => properties.id === id);
    if (zone) return zone.properties.name;
  }
  return id;
}

/** The same, drawn again when the zones have come. */
export function useZoneName({
  client,
  filter,
}: {
  readonly client: QueryClient;
  readonly filter: FilterParams;
}): (id: string) => string {
  useQuery(zonesQuery(filter, "zone"));
  return (id) => zoneNameOf({ client }, id);
}
