import type { AdSite, AdSpot } from "../../../../domain/contract/ads.ts";
import type { AdPlanSite } from "../../../../domain/contract/ads-plans.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { chainageWords } from "../chainage.ts";
import { useNames } from "../use-names.ts";
import { CarrierPicture } from "./carrier-picture.tsx";
import { sideWord } from "./plan-words.ts";

type Props = {
  readonly planned: AdPlanSite | undefined;
  readonly site: AdSite | undefined;
  readonly ad: AdSpot | undefined;
};

/** What a site is, where it stands, what it costs and who answers for it. */
export function SiteFacts({ planned, site, ad }: Props) {
  const text = useAdPlansText();
  const names = useNames();
  const spot = planned ?? site ?? ad;
  if (!spot) return null;
  const { carrier } = spot;
  const host = spot.road ?? null;
  const place = host === null ? text.noRoad : names.roadOf(host);
  const at = spot.chainage == null ? "" : ` ${chainageWords(spot.chainage)}`;
  const facing = spot.facing == null ? "" : text.facing(String(Math.round(spot.facing)));
  const standing = [host === null ? "" : sideWord(text, spot.side), facing].filter(Boolean);
  return (
    <div className="plan-facts">
      <CarrierPicture carrier={carrier} />
      <div>
        <strong>
          {names.carrier(carrier)} · {place}
          {at}
        </strong>
        <p className="muted">{standing.join(" · ")}</p>
        <p className="muted">{moneyWords()}</p>
      </div>
    </div>
  );

  function moneyWords(): string {
    if (planned) {
      const unit = planned.unit?.name ?? text.noUnit;
      const theme = planned.theme ? [text.theme(names.theme(planned.theme))] : [];
      return [`${text.kinds[planned.kind]} ${yuan(planned.cost)}`, ...theme, unit].join(" · ");
    }
    if (site) {
      const barred = site.blocked === null ? text.unchosen : names.blocked(site.blocked);
      return `${barred} · ${text.kinds.new} ${yuan(site.cost)}`;
    }
    const states = ad ? names.adState(ad.state) : "";
    const repair = ad?.repairCost == null ? [] : [`${text.kinds.repair} ${yuan(ad.repairCost)}`];
    return [states, ...repair, ad?.unit == null ? text.noUnit : names.unit(ad.unit)].join(" · ");
  }

  function yuan(cost: number): string {
    return text.yuan(Math.round(cost).toLocaleString("en-US"));
  }
}
