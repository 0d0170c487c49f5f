import type { MapLayer } from "../../map/layers/layer.ts";
import { useText } from "../../text/use-text.ts";

type MapNoticesProps = {
  readonly failed: readonly MapLayer[];
  readonly isAlive: boolean;
  readonly isRelocating: boolean;
};

/** What the map has to say about itself: a layer without data, a lost context, a click that is waited for. */
export function MapNotices({ failed, isAlive, isRelocating }: MapNoticesProps) {
  const text = useText();
  return (
    <div className="map-notices" aria-live="polite">
      {isRelocating && <p className="notice">{text.problem.clickMap}</p>}
      {!isAlive && <p className="notice failed">{text.async.mapFailed}</p>}
      {failed.map((layer) => (
        <p className="notice failed" key={layer.id}>
          {text.map.layerFailed(layer.title(text))}
        </p>
      ))}
    </div>
  );
}
