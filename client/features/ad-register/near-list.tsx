import { useState } from "react";
import type { AdsNear } from "../../../domain/contract/ads-inventory.ts";
import { adPhotoUrl } from "../../api/ad-register-queries.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { useAdWords } from "./use-ad-words.ts";

type NearAd = AdsNear["ads"][number];

type NearListProps = {
  readonly near: AdsNear;
  /** Of the ad that is updated. */
  readonly chosen: string | null;
  readonly onChoose: (ad: NearAd["ad"] | null) => void;
};

const SHOWN = 4;

/** Ads that are known about the spot, to update one instead of registering it twice. */
export function NearList({ near, chosen, onChoose }: NearListProps) {
  const text = useAdRegisterText().near;
  const [isAll, setIsAll] = useState(false);
  if (chosen !== null) return <Chosen id={chosen} onLeave={() => onChoose(null)} />;
  if (near.ads.length === 0) return null;
  const shown = isAll ? near.ads : near.ads.slice(0, SHOWN);
  const tooNear = near.ads.filter((each) => each.isTooNear && !each.mayBeSame).length;
  return (
    <section className="street-note adr-near" data-testid="near" aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className="street-hint">{text.hint}</p>
      <ul>
        {shown.map((each) => (
          <NearItem key={each.ad.id} near={each} onChoose={() => onChoose(each.ad)} />
        ))}
      </ul>
      {near.ads.length > shown.length && (
        <button type="button" className="link" onClick={() => setIsAll(true)}>
          {text.more(near.ads.length - shown.length)}
        </button>
      )}
      {tooNear > 0 && <p className="street-hint">{text.warn(tooNear)}</p>}
    </section>
  );
}

function NearItem({ near, onChoose }: { readonly near: NearAd; readonly onChoose: () => void }) {
  const text = useAdRegisterText();
  const { carrierWord, themeWord, stateWord } = useAdWords();
  const { ad, distanceM, isTooNear, mayBeSame } = near;
  const said = [themeWord(ad.theme), stateWord(ad.state)].filter(Boolean).join(" · ");
  return (
    <li className={mayBeSame ? "is-same" : ""}>
      {ad.hasPhoto && <img src={adPhotoUrl(ad.id)} alt="" width={56} height={56} loading="lazy" />}
      <div>
        <p>
          <strong>{carrierWord(ad.carrier)}</strong> {text.near.away(text.metres(distanceM))}
        </p>
        <p className="street-hint">
          {said} · {ad.id}
        </p>
        {(mayBeSame || isTooNear) && (
          <p className="adr-marks">
            {mayBeSame && <span className="adr-mark">{text.near.same}</span>}
            {isTooNear && !mayBeSame && (
              <span className="adr-mark is-late">{text.near.tooNear}</span>
            )}
          </p>
        )}
      </div>
      <button
        type="button"
        className="button"
        onClick={onChoose}
        aria-label={`${text.near.update} ${ad.id}`}
      >
        {text.near.update}
      </button>
    </li>
  );
}

function Chosen({ id, onLeave }: { readonly id: string; readonly onLeave: () => void }) {
  const text = useAdRegisterText().near;
  return (
    <section className="street-note adr-near" data-testid="chosen" aria-label={text.chosen(id)}>
      <h2>{text.chosen(id)}</h2>
      <p className="street-hint">{text.chosenHint}</p>
      <p className="street-ways">
        <button type="button" className="button" onClick={onLeave}>
          {text.unchoose}
        </button>
      </p>
    </section>
  );
}
