import type { QueryClient } from "@tanstack/react-query";
import type { HolderList } from "../../domain/contract/responsibility.ts";
import type { DutyList, ZoneList } from "../../domain/contract/zones.ts";
import { blockRole } from "../../domain/duty.ts";
import { dutiesQuery, zonesQuery } from "../api/queries.ts";
import { holdersQuery } from "../api/responsibility-queries.ts";
import type { DutyColour, FilterParams } from "../state/url-state.ts";
import { neighbourColours } from "./neighbour-colours.ts";

/** Who holds an area. `colour` is a number of the palette, or of the ramp where areas are coloured by workload. */
export type PaintedHolder = {
  readonly name: string;
  readonly colour: number;
  /** Problems open; null where the colouring is not about them. */
  readonly open: number | null;
};

export type PaintedZone = {
  readonly id: string;
  readonly geometry: ZoneList["features"][number]["geometry"];
  /** In order of names; nobody: a defect. */
  readonly holders: readonly PaintedHolder[];
};

/** The ground by who answers for it, as map and legend both show it. */
export type DutyPainting = {
  readonly by: Exclude<DutyColour, "chief">;
  readonly zones: readonly PaintedZone[];
  /** Each once, in order of names. */
  readonly holders: readonly PaintedHolder[];
  /** Lower edges of the bands of workload; empty for the others. */
  readonly breaks: readonly number[];
};

/** Colours that tell neighbours apart, and bands of workload. */
export const [DUTY_HUES, LOAD_BANDS] = [6, 5];

/** Loads what is needed and colours it. */
export async function loadPainting(
  by: DutyPainting["by"],
  filter: FilterParams,
  client: QueryClient,
): Promise<DutyPainting> {
  const zones = await client.ensureQueryData(zonesQuery(filter, "zone"));
  if (by === "unit") {
    const duties = await client.ensureQueryData(dutiesQuery(blockRole, filter.asOf));
    return paintedByUnit(zones, duties);
  }
  if (by === "lead") return paintedByLead(zones);
  return paintedByLoad(zones, await client.ensureQueryData(holdersQuery(filter, "zone-lead")));
}

function paintedByLead(zones: ZoneList): DutyPainting {
  return byHue("lead", zones, ({ leads }) => leads);
}

function paintedByUnit(zones: ZoneList, duties: DutyList): DutyPainting {
  const named = duties.features.flatMap(({ properties: { scope, unitName, person } }) => {
    const name = unitName ?? person;
    return name === null ? [] : [{ scope, name }];
  });
  return byHue("unit", zones, ({ id }) =>
    named
      .filter(({ scope }) => scope.type === "city" || (scope.type === "zone" && scope.id === id))
      .map(({ name }) => name),
  );
}

function byHue(
  by: "lead" | "unit",
  zones: ZoneList,
  namesOf: (zone: ZoneList["features"][number]["properties"]) => readonly string[],
): DutyPainting {
  const areas = zones.features.map(({ geometry, properties }) => ({
    geometry,
    holders: [...new Set(namesOf(properties))].sort(),
  }));
  const hues = neighbourColours(areas, DUTY_HUES);
  const holder = (name: string): PaintedHolder => ({
    name,
    colour: hues.get(name) ?? 0,
    open: null,
  });
  return {
    by,
    zones: zones.features.map(({ geometry, properties: { id } }, i) => ({
      id,
      geometry,
      holders: (areas[i]?.holders ?? []).map(holder),
    })),
    holders: [...hues.keys()].sort().map(holder),
    breaks: [],
  };
}

function paintedByLoad(zones: ZoneList, { holders }: HolderList): DutyPainting {
  const open = new Map(holders.map((each) => [each.person ?? each.unitName ?? "", each.open]));
  const breaks = loadBreaks(Math.max(0, ...open.values()));
  const holder = (name: string): PaintedHolder => {
    const count = open.get(name) ?? 0;
    return { name, open: count, colour: breaks.findLastIndex((edge) => edge <= count) };
  };
  return {
    by: "load",
    zones: zones.features.map(({ geometry, properties: { id, leads } }) => ({
      id,
      geometry,
      holders: [...new Set(leads)].sort().map(holder),
    })),
    holders: [...open.keys()].sort().map(holder),
    breaks,
  };
}

/** Equal bands from nought in round steps of 1, 2 or 5, so that the last band is reached. */
export function loadBreaks(most: number): readonly number[] {
  const wanted = Math.max(1, most / LOAD_BANDS);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].map((unit) => unit * power).find((round) => round >= wanted) ?? wanted;
  return Array.from({ length: LOAD_BANDS }, (_, band) => band * step);
}
