import { BASEMAP } from "../../map/basemap.ts";
import type { MapLayer } from "../../map/layers/layer.ts";
import { useText } from "../../text/use-text.ts";

type MapNoticesProps = {
  readonly failed: readonly MapLayer[];
  readonly failedSources: readonly string[];
  readonly isAlive: boolean;
  readonly isRelocating: boolean;
};

/** What the map has to say about itself: a layer without data, a lost context, a click that is waited for. */
export function MapNotices(props: MapNoticesProps) {
  const { failed, failedSources, isAlive, isRelocating } = props;
  const text = useText();
  const names = new Set(failed.map((layer) => layer.title(text)));
  if (failedSources.includes(BASEMAP)) names.add(text.map.ground);
  return (
    <div className="map-notices" aria-live="polite">
      {isRelocating && <p className="notice">{text.problem.clickMap}</p>}
      {!isAlive && <p className="notice failed">{text.async.mapFailed}</p>}
      {[...names].map((name) => (
        <p className="notice failed" key={name}>
          {text.map.layerFailed(name)}
        </p>
      ))}
    </div>
  );
}
