import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { DutyList } from "../../../../domain/contract/zones.ts";
import { type Bounds, emptyBounds, extendBounds } from "../../../../domain/spatial/lng-lat.ts";
import { heldQuery } from "../../../api/held-query.ts";
import { useFilter, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { lookAt } from "../map-wishes.ts";

const MAX_ZOOM = 15;

/** Lets the map look at the ground of whoever is picked, however that came about; an address that says where to look wins. */
export function useHeldView(isMapThere: boolean): void {
  const [url] = useWorkbenchUrl();
  const { asOf } = useFilter();
  const client = useQueryClient();
  const { person, unit } = url;
  const key = `${person ?? ""}|${unit ?? ""}`;
  const before = useRef(url.at === undefined ? "|" : key);
  useEffect(() => {
    if (!isMapThere || key === before.current) return;
    before.current = key;
    if (person === undefined && unit === undefined) return;
    const asked = { ...(person && { person }), ...(unit && { unit }), ...(asOf && { asOf }) };
    void client.ensureQueryData(heldQuery(asked)).then((held) => {
      const bounds = boundsOf(held);
      if (bounds && before.current === key) lookAt({ bounds, maxZoom: MAX_ZOOM });
    });
  }, [isMapThere, key, person, unit, asOf, client]);
}

function boundsOf({ features }: DutyList): Bounds | null {
  const bounds = emptyBounds();
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [lng, lat] = value;
    if (typeof lng === "number" && typeof lat === "number") extendBounds(bounds, lng, lat);
    else value.forEach(visit);
  };
  for (const { geometry } of features) visit(geometry?.coordinates);
  return bounds[0] <= bounds[2] ? bounds : null;
}
