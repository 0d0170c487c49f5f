import type { PlaceEpisode } from "../../../../domain/contract/recurrence.ts";
import { sourceShares } from "../../../state/place-evidence.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useText } from "../../../text/use-text.ts";
import { BarList } from "../../../ui/bar-list.tsx";

/** By whom the reports of a place came in. */
export function SourceMix({ episodes }: { readonly episodes: readonly PlaceEpisode[] }) {
  const text = useText();
  const format = useCityFormat();
  return (
    <section className="source-mix">
      <header className="section-title">
        <h3>{text.place.sources}</h3>
        <span>{text.unit.items}</span>
      </header>
      <BarList
        items={sourceShares(episodes).map(({ source, reports, share }) => ({
          key: source,
          label: format.source(source),
          value: reports,
          text: text.place.reports(reports, `${Math.round(share * 100)}%`),
        }))}
      />
    </section>
  );
}
