import type { AdsPicked } from "../../../state/ads-url.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { chainageWords } from "../chainage.ts";
import { useNames } from "../use-names.ts";

/** An ad that stands, or a place for one: what is known of it. */
export function MarkCard({ picked }: { readonly picked: AdsPicked }) {
  const text = useAdsText().ads.mark;
  const { close } = useAdsText().ads;
  const { pick, goTo } = useAdsDesk();
  const facts = useFacts(picked);
  const road = useRoadOf(picked);
  const names = useNames();
  return (
    <section className="ads-card" aria-label={text[picked.kind === "ad" ? "ad" : "site"]}>
      <header>
        <h3>{picked.id}</h3>
        <button type="button" aria-label={close} onClick={() => pick(null)}>
          <Icon name="close" />
        </button>
      </header>
      {facts.length === 0 ? (
        <p className="state-empty">{text.unknown}</p>
      ) : (
        <dl className="ads-facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {road !== null && (
        <button type="button" className="link" onClick={() => goTo({ kind: "road", id: road })}>
          {text.openRoad(names.roadOf(road))}
        </button>
      )}
    </section>
  );
}

function useRoadOf({ kind, id }: AdsPicked): string | null {
  const { ads, sites } = useAdsDesk();
  return (kind === "ad" ? ads.get(id) : sites.get(id))?.road ?? null;
}

function useFacts({ kind, id }: AdsPicked): { name: string; value: string }[] {
  const { mark: text, road } = useAdsText().ads;
  const { ads, sites } = useAdsDesk();
  const names = useNames();
  const ad = kind === "ad" ? ads.get(id) : undefined;
  const site = kind === "site" ? sites.get(id) : undefined;
  const one = ad ?? site;
  if (!one) return [];
  const side = road.sideNames[one.side > 0 ? "left" : one.side < 0 ? "right" : "middle"];
  const at = one.chainage === null ? "" : ` ${chainageWords(one.chainage)} ${side}`;
  const where = one.road === null ? text.noRoad : names.roadOf(one.road) + at;
  const facts = [
    { name: text.carrier, value: names.carrier(one.carrier) },
    { name: text.where, value: where },
  ];
  if (one.facing !== null) facts.push({ name: text.facing, value: `${Math.round(one.facing)}°` });
  if (ad) {
    facts.push(
      { name: text.theme, value: names.theme(ad.theme) },
      { name: text.state, value: names.adState(ad.state) },
      { name: text.counting, value: ad.counts ? text.counts : text.countsNot },
      { name: text.unit, value: ad.unit === null ? text.noUnit : names.unit(ad.unit) },
    );
    if (ad.repairCost !== null) {
      facts.push({ name: text.repair, value: text.yuan(ad.repairCost.toLocaleString("en-US")) });
    }
  }
  if (site) {
    const may = site.blocked === null ? text.free : names.blocked(site.blocked);
    facts.push(
      { name: text.cost, value: text.yuan(site.cost.toLocaleString("en-US")) },
      { name: text.may, value: may },
    );
  }
  return facts;
}
