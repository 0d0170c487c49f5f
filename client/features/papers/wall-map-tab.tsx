import { useState } from "react";
import { orientations } from "../../../domain/paper/page-size.ts";
import { wallMapColours, wallMapSizes } from "../../../domain/wall-map.ts";
import { apiUrl } from "../../api/http.ts";
import { useLook } from "../../shell/look.ts";
import { useDownload } from "../../shell/use-download.ts";
import { type PapersUrlChange, usePapersUrl } from "../../state/papers-url.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { ChoiceField } from "./choice-field.tsx";
import { DownloadLine } from "./download-line.tsx";
import { ZoneFinder } from "./zone-finder.tsx";

/** What is on the map, how large it is, and how it will look. */
export function WallMapTab() {
  const { papers: text } = usePapersText();
  const { language } = useLook();
  const [url, set] = usePapersUrl();
  const [isOneZone, setOneZone] = useState(url.zone !== undefined);
  const { download, start, cancel } = useDownload();
  const query = mapQuery(isOneZone ? url : { ...url, zone: undefined }, language);
  const isReady = !isOneZone || url.zone !== undefined;
  return (
    <div className="map-tab">
      <aside className="paper-side">
        <ChoiceField
          name="scope"
          label={text.map.scope}
          values={["whole", "oneZone"] as const}
          value={isOneZone ? "oneZone" : "whole"}
          words={text.map}
          onChange={(scope) => {
            setOneZone(scope === "oneZone");
            if (scope === "whole") set({ zone: undefined });
          }}
        />
        {isOneZone && <ZoneFinder chosen={url.zone} onChoose={(zone) => set({ zone })} />}
        <SheetFields />
        <div className="paper-acts">
          <button
            type="button"
            className="button primary"
            disabled={!isReady || download.state === "working"}
            onClick={() => start(apiUrl("wall-maps/map.pdf", query))}
          >
            {text.map.download}
          </button>
        </div>
        <DownloadLine download={download} onCancel={cancel} />
        <p className="muted">{text.map.hint}</p>
      </aside>
      <section className="map-sheet" aria-label={text.map.preview}>
        {isReady ? (
          <MapPicture key={JSON.stringify(query)} src={apiUrl("wall-maps/map.svg", query)} />
        ) : (
          <div className="paper-empty">
            <strong>{text.chooseZone}</strong>
          </div>
        )}
      </section>
    </div>
  );
}

/** Size, direction, fill and day. */
function SheetFields() {
  const { papers: text } = usePapersText();
  const [url, set] = usePapersUrl();
  return (
    <>
      <ChoiceField
        name="size"
        label={text.map.size}
        values={wallMapSizes}
        value={wallMapSizes.find((size) => size === url.size) ?? "A3"}
        words={text.map.sizes}
        onChange={(size) => set({ size: size === "A3" ? undefined : size })}
      />
      <ChoiceField
        name="orientation"
        label={text.map.orientation}
        values={["landscape", "portrait"] as const}
        value={orientations.find((name) => name === url.orientation) ?? "landscape"}
        words={text.map.orientations}
        onChange={(name) => set({ orientation: name === "landscape" ? undefined : name })}
      />
      <ChoiceField
        name="colour"
        label={text.map.colour}
        values={wallMapColours}
        value={wallMapColours.find((name) => name === url.colour) ?? "lead"}
        words={text.map.colours}
        onChange={(colour) => set({ colour: colour === "lead" ? undefined : colour })}
      />
      <label className="paper-field">
        {text.on}
        <input
          type="date"
          value={url.on ?? ""}
          onChange={({ target }) => set({ on: target.value || undefined })}
        />
      </label>
    </>
  );
}

function mapQuery({ zone, size, orientation, colour, on }: PapersUrlChange, language: string) {
  return { zone, size, orientation, colour, on, lang: language === "en" ? "en" : undefined };
}

function MapPicture({ src }: { readonly src: string }) {
  const { papers: text, async: words } = usePapersText();
  const [state, setState] = useState<"waiting" | "drawn" | "failed">("waiting");
  return (
    <>
      {state === "waiting" && (
        <p className="map-waiting muted" role="status">
          <span className="paper-spinner" aria-hidden="true" /> {text.previewLoading}
        </p>
      )}
      {state === "failed" && (
        <p className="paper-failed" role="alert">
          {words.failed}
        </p>
      )}
      <img
        className={state}
        src={src}
        alt={text.map.preview}
        onLoad={() => setState("drawn")}
        onError={() => setState("failed")}
      />
    </>
  );
}
