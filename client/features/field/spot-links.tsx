import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { fromWgs84 } from "../../../domain/spatial/datum.ts";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";
import { NavigateLinks } from "../../shell/navigate-links.tsx";
import { degreesOf } from "../../state/round-stops.ts";
import { useFieldText } from "../../text/field-text.ts";

/** Map apps of the phone, each in its datum. */
export function SpotLinks({ feature }: { readonly feature: ProblemFeature }) {
  const { field: text } = useFieldText();
  const degrees = degreesOf(feature);
  if (!degrees) return null;
  const spot = lngLat(degrees[0], degrees[1]);
  const at = {
    wgs84: [degrees[0], degrees[1]] as [number, number],
    gcj02: fromWgs84(spot, "gcj02"),
    bd09: fromWgs84(spot, "bd09"),
  };
  const { address, description } = feature.properties;
  return <NavigateLinks at={at} name={address ?? description} words={text} />;
}
