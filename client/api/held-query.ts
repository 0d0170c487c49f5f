import { queryOptions } from "@tanstack/react-query";
import { DutyList } from "../../domain/contract/zones.ts";
import { blockRole } from "../../domain/duty.ts";
import { NO_UNIT } from "../../domain/problem-filter.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson, type Query } from "./http.ts";
import { STILL } from "./queries.ts";

/** Areas and lines of the people and units of a filter, else of its blocks, on the day that it looks at. */
export const heldQuery = ({ person, unit, block, asOf }: FilterParams) =>
  queryOptions({
    queryKey: ["held", person, unit, block, asOf?.slice(0, 10)],
    queryFn: async ({ signal }) => {
      const asked: Query[] = [
        ...listed(person).map((name) => ({ person: name })),
        ...listed(unit).map((id) => ({ unit: id })),
        ...(person || unit ? [] : listed(block)).map((id) => ({ unit: id, role: blockRole })),
      ];
      const lists = await Promise.all(
        asked.map((by) => getJson("duties", { ...by, on: asOf }, DutyList, signal)),
      );
      const features = lists.flatMap((list) => list.features.filter(({ geometry }) => geometry));
      return { type: "FeatureCollection", features } satisfies DutyList;
    },
    ...STILL,
  });

function listed(text: string | undefined): string[] {
  return (text?.split(",") ?? []).filter((item) => item !== NO_UNIT);
}
