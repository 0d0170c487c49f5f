import type { SceneLayer } from "../../../domain/screen/scene.ts";
import type { ScreenText } from "../../text/screen-text.ts";
import type { MapMeasure } from "./wall-layout.ts";

/** What a map shows, in the words of its layers; a map of two says no more than its own. */
export function mapTitle(
  layers: readonly SceneLayer[],
  measure: MapMeasure,
  text: ScreenText,
): string {
  const { maps, ads } = text.screen;
  if (measure === "both") return maps.both;
  const has = (name: SceneLayer) => layers.includes(name);
  if (measure === "recurrence") {
    return has("heat") || has("hexagons") ? maps.recurrence : text.legend.place;
  }
  if (has("clusters")) return maps.backlog;
  if (has("responsibility") || has("chiefs")) return text.layers.responsibility;
  if (has("ads")) return ads.title;
  return has("backlog") ? text.legend.backlog : maps.backlog;
}
