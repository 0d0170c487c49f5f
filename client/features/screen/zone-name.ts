import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import { zonesQuery } from "../../api/queries.ts";
import type { FilterParams } from "../../state/url-state.ts";

/** The zones of the newest answer about them, whatever filter it counted with; undefined until one has come. */
export function newestZones(client: QueryClient): ZoneList | undefined {
  const queries = client.getQueryCache().findAll({ queryKey: ["zones", "zone"] });
  const [newest] = queries
    .filter(({ state }) => state.data !== undefined)
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  return newest?.state.data as ZoneList | undefined;
}

/** The zone's name; its id where there is none. */
export function zoneNameOf({ client }: { readonly client: QueryClient }, id: string): string {
  const zone = newestZones(client)?.features.find(({ properties }) => properties.id === id);
  return zone?.properties.name ?? id;
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
