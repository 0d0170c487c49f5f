import { useQuery } from "@tanstack/react-query";
import { signsOfZoneQuery } from "../../api/sign-queries.ts";
import { usePapersUrl } from "../../state/papers-url.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { SignList } from "./sign-list.tsx";
import { SignPreview } from "./sign-preview.tsx";
import { ZoneFinder } from "./zone-finder.tsx";

/** A zone is picked, its boards are listed, one is looked at; printed one by one or all at once. */
export function SignTab() {
  const text = usePapersText().papers;
  const [url, set] = usePapersUrl();
  const { zone } = url;
  const { data, error, refetch } = useQuery({
    ...signsOfZoneQuery(zone ?? "", url.class, url.on),
    enabled: zone !== undefined,
  });
  const shown = url.sign ?? zone;
  return (
    <div className="sign-tab">
      <aside className="paper-side">
        <ZoneFinder
          chosen={zone}
          onChoose={(id) => set({ zone: id, sign: undefined, class: undefined })}
        />
      </aside>
      <section className="paper-list">
        {zone === undefined ? (
          <div className="paper-empty">
            <strong>{text.chooseZone}</strong>
            <p>{text.chooseZoneHint}</p>
          </div>
        ) : (
          <AsyncState
            isLoading={!data && !error}
            error={data ? null : error}
            lines={8}
            onRetry={() => void refetch()}
          >
            {data && <SignList list={data} shown={shown} />}
          </AsyncState>
        )}
      </section>
      {shown !== undefined && (
        <aside className="paper-preview">
          <SignPreview key={shown} id={shown} type={url.sign === undefined ? "zone" : "section"} />
        </aside>
      )}
    </div>
  );
}
