import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { zonesQuery } from "../api/queries.ts";

/** Names of the zones (片区) by id; empty until they are there. */
export function useZoneNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(zonesQuery({}, "zone"));
  return useMemo(
    () => new Map(data?.features.map(({ properties }) => [properties.id, properties.name])),
    [data],
  );
}
