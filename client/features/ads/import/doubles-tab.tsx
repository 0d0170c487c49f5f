import { type AdChoice, adChoices } from "../../../../domain/ads/inventory/merge-ads.ts";
import { type SameKind, sameKinds } from "../../../../domain/ads/inventory/same-ad.ts";
import type { AdImportDouble } from "../../../../domain/contract/ads-import.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import { useNames } from "../use-names.ts";
import type { FindingsProps } from "./import-findings.tsx";

const usual: Readonly<Record<SameKind, AdChoice>> = {
  "same-id": "update",
  "same-place": "skip",
  "same-photo": "skip",
};

/** Rows that may be ads that are known, and what is to be done with them: by kind, and row by row. */
export function DoublesTab({ report, run }: FindingsProps) {
  const text = useAdsImportText().adsImport.doubles;
  const { doubles, duplicates } = report;
  const choices = run.way?.choices ?? {};
  const kinds = sameKinds.filter((kind) => doubles.some((each) => each.kind === kind));
  if (doubles.length === 0) return <p className="muted">{text.none}</p>;
  return (
    <>
      <div className="ad-import-kinds">
        {kinds.map((kind) => (
          <span key={kind}>
            {text.kinds[kind]}
            <ChoiceSelect
              label={text.ofKind(text.kinds[kind])}
              value={choices[kind] ?? usual[kind]}
              onChange={(choice) => run.change({ choices: { ...choices, [kind]: choice } })}
            />
          </span>
        ))}
      </div>
      {duplicates > doubles.length && (
        <p className="muted">{text.shown(count(doubles.length), count(duplicates))}</p>
      )}
      <table className="ad-import-table">
        <thead>
          <tr>
            {(["row", "what", "with", "why", "choice"] as const).map((name) => (
              <th scope="col" key={name}>
                {text[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {doubles.map((double) => (
            <DoubleRow
              key={double.row}
              double={double}
              onChange={(choice) =>
                run.change({
                  choices: { ...choices, rows: { ...choices.rows, [double.row]: choice } },
                })
              }
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

type DoubleRowProps = {
  readonly double: AdImportDouble;
  readonly onChange: (choice: AdChoice) => void;
};

function DoubleRow({ double, onChange }: DoubleRowProps) {
  const text = useAdsImportText().adsImport.doubles;
  const names = useNames();
  const { row, kind, other, otherRow, distanceM, carrier, theme, state, choice } = double;
  const said = [
    names.carrier(carrier),
    theme === null ? null : names.theme(theme),
    names.adState(state),
  ];
  return (
    <tr>
      <td>{row}</td>
      <td>{said.filter(Boolean).join(" · ")}</td>
      <td>{otherRow === null ? text.known(other) : text.inFile(other, otherRow)}</td>
      <td>
        {text.kinds[kind]}
        {distanceM >= 0.1 && <span className="muted"> {text.away(distanceM)}</span>}
      </td>
      <td>
        {choice === null ? (
          <span className="muted">{text.unchanged}</span>
        ) : (
          <ChoiceSelect label={text.ofRow(row)} value={choice} onChange={onChange} />
        )}
      </td>
    </tr>
  );
}

type ChoiceSelectProps = {
  readonly label: string;
  readonly value: AdChoice;
  readonly onChange: (choice: AdChoice) => void;
};

function ChoiceSelect({ label, value, onChange }: ChoiceSelectProps) {
  const text = useAdsImportText().adsImport.doubles.choices;
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value as AdChoice)}
    >
      {adChoices.map((choice) => (
        <option key={choice} value={choice}>
          {text[choice]}
        </option>
      ))}
    </select>
  );
}
