import { classOfHighway } from "../../../domain/road-section.ts";

/** Kept for the map, though no road class of ours. */
const WITHOUT_CLASS: ReadonlySet<string> = new Set([
  "motorway",
  "motorway_link",
  "trunk_link",
  "primary_link",
  "secondary_link",
  "tertiary_link",
]);

/** Whether `highway` names a road; steps, cycle tracks, building sites and platforms are none. */
export function isRoadKind(highway: string): boolean {
  return Object.hasOwn(classOfHighway, highway) || WITHOUT_CLASS.has(highway);
}

/** Whether traffic goes one way, and whether against the drawing. */
export function direction(tags: Readonly<Record<string, string>>): "both" | "along" | "against" {
  const { oneway = "", junction = "", highway = "" } = tags;
  if (/^(?:-1|reverse)$/i.test(oneway)) return "against";
  if (/^(?:yes|true|1)$/i.test(oneway)) return "along";
  if (/^(?:no|false|0)$/i.test(oneway)) return "both";
  const isImplied = /^(?:roundabout|circular)$/.test(junction) || highway === "motorway";
  return isImplied ? "along" : "both";
}
