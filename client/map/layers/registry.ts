import { communities } from "./communities.ts";
import { gridZones } from "./grid-zones.ts";
import { openBacklog, recurrenceHeat, reportedHeat } from "./heat.ts";
import { hotSpots } from "./hot-spots.ts";
import type { MapLayer } from "./layer.ts";
import { pickedMark } from "./picked-mark.ts";
import { places } from "./places.ts";
import { problemClusters } from "./problem-clusters.ts";
import { recurrenceHexagons } from "./recurrence-hexagons.ts";
import { recurrencePlaces } from "./recurrence-places.ts";
import { responsibilityAreas } from "./responsibility-areas.ts";
import { responsibilityHeld } from "./responsibility-held.ts";
import { responsibilitySections } from "./responsibility-sections.ts";
import { roadSections } from "./road-sections.ts";
import { zoneLabels } from "./zone-labels.ts";

/** Painted bottom to top within each band, in this order. Adding a layer is one line here. */
export const layers = [
  responsibilityAreas,
  recurrenceHeat,
  openBacklog,
  recurrenceHexagons,
  hotSpots,
  gridZones,
  communities,
  responsibilitySections,
  roadSections,
  responsibilityHeld,
  places,
  recurrencePlaces,
  problemClusters,
  zoneLabels,
  pickedMark,
] as const;
export type LayerId = (typeof layers)[number]["id"];

/** Layers that a person switches, in the order of the panel; the rest go with another layer or are always on. */
export const switchable = [
  problemClusters,
  recurrenceHexagons,
  recurrencePlaces,
  recurrenceHeat,
  hotSpots,
  openBacklog,
  gridZones,
  communities,
  roadSections,
  places,
] as const;
export type SwitchableId = (typeof switchable)[number]["id"];

/** What the two maps of a comparison show: the measure, and what tells where it is. */
export const compared = {
  reported: [reportedHeat, gridZones, zoneLabels, pickedMark],
  returning: [recurrenceHeat, gridZones, zoneLabels, pickedMark],
} as const satisfies Readonly<Record<string, readonly MapLayer[]>>;

/** Layers that show and hide with another one. */
export const followers: Readonly<Partial<Record<LayerId, LayerId>>> = { "zone-labels": "zones" };

export function layerById(id: string): MapLayer | undefined {
  return layers.find((layer) => layer.id === id);
}
