import { useQuery } from "@tanstack/react-query";
import { dutyAtQuery } from "../../api/queries.ts";
import { namesLayer, pickedText } from "../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { PlacesNear } from "./analysis/places-near.tsx";
import { WhoAnswers } from "./who-answers.tsx";

/** Any spot on the map: in which zone it lies, on which road, what keeps coming back near it, and who answers there. */
export function SpotPanel({ lng, lat }: { readonly lng: number; readonly lat: number }) {
  const text = useText();
  const { asOf } = useFilter();
  const [url, set] = useWorkbenchUrl();
  const isAboutHeat = namesLayer(url, "heat") || url.compare !== undefined;
  const { data } = useQuery(dutyAtQuery(lng, lat, undefined, asOf));
  const { section } = data ?? {};
  const zones = [data?.zone, data?.community, data?.cell].filter(
    (zone) => zone !== null && zone !== undefined,
  );
  return (
    <>
      <header className="drawer-title">
        <h2>{section?.name || data?.community?.name || data?.zone?.name || text.spot.title}</h2>
        <p>
          {data && zones.length === 0 && text.spot.outside}
          {zones.map((zone) => (
            <button
              type="button"
              className="link chip"
              key={zone.id}
              onClick={() => set({ pick: pickedText({ kind: "zone", id: zone.id }) })}
            >
              {zone.name}
            </button>
          ))}
        </p>
      </header>
      {isAboutHeat && <PlacesNear lng={lng} lat={lat} />}
      <WhoAnswers position={[lng, lat]} />
      {!isAboutHeat && <PlacesNear lng={lng} lat={lat} />}
      <dl className="facts-list">
        {section && (
          <div>
            <dt>{text.roles["section-chief"]}</dt>
            <dd>
              {text.spot.nearestRoad(section.name || section.id, Math.round(section.distanceM))}
            </dd>
          </div>
        )}
        <div>
          <dt>{text.spot.position}</dt>
          <dd className="number">
            {lng.toFixed(6)}, {lat.toFixed(6)}
          </dd>
        </div>
      </dl>
    </>
  );
}
