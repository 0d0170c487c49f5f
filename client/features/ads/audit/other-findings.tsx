import type { AdSpot } from "../../../../domain/contract/ads.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";
import { AdList } from "./ad-list.tsx";
import { AuditedOnly } from "./audited-only.tsx";
import { Finding } from "./finding.tsx";

/** What the audit finds beside roads: places, boards, themes in place, ads that are of no use. */
export function OtherFindings() {
  const text = useAdsText().ads.others;
  const { cityAudit, ads } = useAdsDesk();
  if (!cityAudit?.summary) return null;
  const { areas, spacingPairs, unserved, datumWarning } = cityAudit;
  const shortAreas = areas.filter(({ shortage }) => shortage > 0);
  const missing = shortAreas.reduce((sum, { shortage }) => sum + shortage, 0);
  const broken = [...ads.values()].filter(isBroken).map(({ id }) => id);
  return (
    <section aria-label={text.title} className="ads-others">
      <h3>
        {text.title}
        <small>{text.hint}</small>
      </h3>
      {datumWarning && (
        <p className="ads-warning" role="alert">
          {text.datum(count(datumWarning.served), count(datumWarning.all))}
        </p>
      )}
      <Finding
        title={text.areas}
        result={text.areasShort(count(shortAreas.length), count(missing))}
        total={shortAreas.length}
      >
        <ul className="ads-pairs">
          {shortAreas.map(({ id, name, count: have, min, shortage }) => (
            <li key={id}>
              {name ?? id}
              <span className="number">{text.area(have, min, shortage)}</span>
            </li>
          ))}
        </ul>
      </Finding>
      <AuditedOnly />
      <Finding
        title={text.unserved}
        result={text.pieces(count(unserved.length))}
        total={unserved.length}
      >
        <p className="ads-hint">{text.unservedHint}</p>
        <AdList label={text.unserved} ids={unserved} />
      </Finding>
      <Finding title={text.broken} result={text.pieces(count(broken.length))} total={broken.length}>
        <AdList label={text.broken} ids={broken} />
      </Finding>
      <Pairs pairs={spacingPairs} />
      <Barred />
    </section>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly string[])[] }) {
  const text = useAdsText().ads.others;
  const names = useNames();
  const { ads } = useAdsDesk();
  const noteOf = (i: number) => {
    const [a = "", b = ""] = pairs[i] ?? [];
    const road = ads.get(a)?.road ?? ads.get(b)?.road ?? null;
    return road === null ? b : `${b} · ${names.roadOf(road)}`;
  };
  return (
    <Finding title={text.pairs} result={text.pairCount(count(pairs.length))} total={pairs.length}>
      <AdList label={text.pairs} ids={pairs.map(([a = ""]) => a)} noteOf={noteOf} />
    </Finding>
  );
}

/** Candidate sites that rules bar, with the rule. */
function Barred() {
  const text = useAdsText().ads.others;
  const names = useNames();
  const { sites } = useAdsDesk();
  const barred = [...sites.values()].filter(({ blocked }) => blocked !== null);
  const noteOf = (i: number) => {
    const site = barred[i];
    if (!site) return "";
    const why = names.blocked(site.blocked ?? "");
    return site.road === null ? why : `${names.roadOf(site.road)} · ${why}`;
  };
  return (
    <Finding title={text.barred} result={text.pieces(count(barred.length))} total={barred.length}>
      <AdList label={text.barred} ids={barred.map(({ id }) => id)} kind="site" noteOf={noteOf} />
    </Finding>
  );
}

/** Stands, and is not as it ought to be. */
function isBroken({ state }: AdSpot): boolean {
  return state === "damaged" || state === "faded";
}
