import { adStates } from "../../../../domain/ads/ad.ts";
import type { AdMapping } from "../../../../domain/ads/inventory/ad-mapping.ts";
import { adCarriers, adThemes } from "../../../../domain/ads/inventory/ad-words.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import { useNames } from "../use-names.ts";
import type { FindingsProps } from "./import-findings.tsx";

type Word = FindingsProps["report"]["unknown"][number];
type Values = AdMapping["values"];

type UnknownWordsProps = Pick<FindingsProps, "report"> & {
  readonly onChange: (values: Values) => void;
};

/** Words of the file that stand for nothing known, to be told what they mean. */
export function UnknownWords({ report, onChange }: UnknownWordsProps) {
  const { adsImport } = useAdsImportText();
  const text = adsImport.words;
  const { unknown, mapping } = report;
  if (unknown.length === 0) return null;
  function explain({ field, value }: Word, code: string): void {
    const said = { ...mapping.values[field], [value]: code };
    onChange({ ...mapping.values, [field]: said } as Values);
  }
  return (
    <section className="ad-import-words">
      <h3>{text.title}</h3>
      <p className="muted">{text.hint}</p>
      <table className="ad-import-table">
        <thead>
          <tr>
            <th scope="col">{adsImport.mapping.field}</th>
            <th scope="col">{text.value}</th>
            <th scope="col">{text.count}</th>
            <th scope="col">{text.means}</th>
          </tr>
        </thead>
        <tbody>
          {unknown.map((word) => (
            <tr key={`${word.field} ${word.value}`}>
              <th scope="row">{adsImport.mapping.fields[word.field]}</th>
              <td>{word.value}</td>
              <td>{count(word.count)}</td>
              <td>
                <Meaning word={word} onChange={(code) => explain(word, code)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const codesOf = { carrier: adCarriers, theme: adThemes, state: adStates } as const;

type MeaningProps = { readonly word: Word; readonly onChange: (code: string) => void };

function Meaning({ word, onChange }: MeaningProps) {
  const { words: text } = useAdsImportText().adsImport;
  const names = useNames();
  const { field, value } = word;
  const wordOf = (code: string) =>
    ({
      carrier: () => names.carrier(code),
      theme: () => names.theme(code),
      state: () => names.adState(code),
    })[field]();
  return (
    <select
      aria-label={`${text.means} ${value}`}
      value=""
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{field === "state" ? text.leave : text.keep}</option>
      {codesOf[field].map((code) => (
        <option key={code} value={code}>
          {wordOf(code)}
        </option>
      ))}
    </select>
  );
}
