import type { PlaceEpisode } from "../../../../domain/contract/recurrence.ts";
import { type Tenure, tenuresOf } from "../../../state/place-evidence.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useText } from "../../../text/use-text.ts";

type WhoThenProps = { readonly episodes: readonly PlaceEpisode[]; readonly asOfMs: number };

/** 当时谁负责: zone leads and section chiefs on the day of each return; where they change, it shows. */
export function WhoThen({ episodes, asOfMs }: WhoThenProps) {
  const text = useText();
  const format = useCityFormat();
  const tenures = tenuresOf(episodes);
  return (
    <section>
      <header className="section-title">
        <h3>{text.place.whoThen}</h3>
        <span>{text.place.perReturn}</span>
      </header>
      {tenures.length === 0 && <p className="state-empty">{text.place.noReturns}</p>}
      <ol className="tenures" data-testid="who-then">
        {tenures.map((tenure) => (
          <li key={tenure.returns[0]}>
            <dl>
              <Answerers of="zone-lead" tenure={tenure} />
              <Answerers of="section-chief" tenure={tenure} />
            </dl>
            <p>
              {text.place.returnsOf(tenure.returns.length)}
              {tenure.returns.map((start) => (
                <span className="number" key={start}>
                  {format.dayBeside(start, asOfMs)}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

type AnswerersProps = {
  readonly of: "zone-lead" | "section-chief";
  readonly tenure: Tenure;
};

function Answerers({ of: role, tenure }: AnswerersProps) {
  const text = useText();
  const names = role === "zone-lead" ? tenure.leads : tenure.chiefs;
  const isNew = role === "zone-lead" ? tenure.isLeadNew : tenure.isChiefNew;
  return (
    <div>
      <dt>{text.roles[role]}</dt>
      <dd>
        {names.length === 0 ? (
          <span className="defect">{text.place.nobody}</span>
        ) : (
          <strong>{names.join("、")}</strong>
        )}
        {isNew && <span className="changed-tag">{text.place.changed}</span>}
      </dd>
    </div>
  );
}
