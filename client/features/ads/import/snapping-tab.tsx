import type { AdImportReport } from "../../../../domain/contract/ads-import.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import type { FindingsProps } from "./import-findings.tsx";

type Snapping = NonNullable<AdImportReport["snapping"]>;

/** Which road hosts what, how far off and on which side, and what serves nothing. */
export function SnappingTab({ report: { snapping } }: FindingsProps) {
  const text = useAdsImportText().adsImport.snapping;
  if (!snapping) return <p className="muted">{text.noRules}</p>;
  if (snapping.all === 0) return <p className="muted">{text.none}</p>;
  const { onRoads, inAreas, unservedCount, left, right, middle, distanceM } = snapping;
  const parts = [
    [text.onRoads, onRoads],
    [text.inAreas, inAreas],
    [text.unserved, unservedCount],
    [text.left, left],
    [text.right, right],
    [text.middle, middle],
  ] as const;
  return (
    <>
      <dl className="ad-import-sums is-small">
        {parts.map(([name, n]) => (
          <div key={name} className={name === text.unserved && n > 0 ? "is-bad" : ""}>
            <dt>{name}</dt>
            <dd>{count(n)}</dd>
          </div>
        ))}
      </dl>
      {distanceM && (
        <p className="muted">
          {text.distance(distanceM.median.toFixed(1), distanceM.p95.toFixed(1))}
        </p>
      )}
      <Unserved snapping={snapping} />
      <h3>{text.roads(count(snapping.roadCount))}</h3>
      <table className="ad-import-table">
        <thead>
          <tr>
            <th scope="col">{text.road}</th>
            <th scope="col">{text.count}</th>
          </tr>
        </thead>
        <tbody>
          {snapping.roads.map(({ key, count: n }) => (
            <tr key={key}>
              <td>{key}</td>
              <td>{count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Unserved({ snapping }: { readonly snapping: Snapping }) {
  const text = useAdsImportText().adsImport.snapping;
  const { unserved, unservedCount } = snapping;
  if (unserved.length === 0) return null;
  return (
    <section>
      <h3>{text.unservedTitle}</h3>
      <ul className="ad-import-notes">
        {unserved.map(({ row, id, missed }) => (
          <li key={row}>
            <strong>{text.row(row, id)}</strong> {missedWords(missed, text)}
          </li>
        ))}
      </ul>
      {unservedCount > unserved.length && (
        <p className="muted">{text.more(count(unservedCount - unserved.length))}</p>
      )}
    </section>
  );
}

function missedWords(
  missed: Snapping["unserved"][number]["missed"],
  text: ReturnType<typeof useAdsImportText>["adsImport"]["snapping"],
): string {
  if (!missed) return text.nothing;
  const name = missed.name ?? text.unnamed;
  if (missed.why === "faces-away") return text.facesAway(name);
  return text.tooFar(name, missed.distanceM.toFixed(1), String(missed.withinM));
}
