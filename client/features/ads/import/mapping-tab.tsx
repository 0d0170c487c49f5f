import { adStates } from "../../../../domain/ads/ad.ts";
import { type AdMapping, adColumns } from "../../../../domain/ads/inventory/ad-mapping.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import type { FindingsProps } from "./import-findings.tsx";
import { PositionRows } from "./position-rows.tsx";
import { UnknownWords } from "./unknown-words.tsx";

/** Which column becomes which field; a change is looked through at once. */
export function MappingTab({ report, run }: FindingsProps) {
  const { adsImport, ads } = useAdsImportText();
  const text = adsImport.mapping;
  const { mapping, columns } = report;
  const change = (part: Partial<AdMapping>) => run.change({ mapping: { ...mapping, ...part } });
  function setColumn(field: (typeof adColumns)[number], column: string): void {
    const { [field]: _, ...others } = mapping.columns;
    change({ columns: column === "" ? others : { ...others, [field]: column } });
  }
  return (
    <>
      <p className="muted">{text.hint}</p>
      <table className="ad-import-table">
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.column}</th>
            <th scope="col">{text.samples}</th>
          </tr>
        </thead>
        <tbody>
          <PositionRows report={report} onChange={(position) => change({ position })} />
          {adColumns.map((field) => (
            <tr key={field}>
              <th scope="row">{text.fields[field]}</th>
              <td>
                <ColumnSelect
                  label={text.fields[field]}
                  columns={columns}
                  value={mapping.columns[field] ?? ""}
                  none={text.none}
                  onChange={(column) => setColumn(field, column)}
                />
              </td>
              <td className="muted">
                {mapping.columns[field] === undefined && field === "id"
                  ? text.idHint
                  : samplesOf(columns, mapping.columns[field])}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text.stateOtherwise}</th>
            <td>
              <select
                aria-label={text.stateOtherwise}
                value={mapping.stateOtherwise ?? ""}
                onChange={({ target }) =>
                  change({
                    stateOtherwise: adStates.find((each) => each === target.value) ?? null,
                  })
                }
              >
                <option value="">{text.stateNone}</option>
                {adStates.map((state) => (
                  <option key={state} value={state}>
                    {ads.adStates[state]}
                  </option>
                ))}
              </select>
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <UnknownWords report={report} onChange={(values) => change({ values })} />
    </>
  );
}

type ColumnSelectProps = {
  readonly label: string;
  readonly columns: FindingsProps["report"]["columns"];
  readonly value: string;
  /** Absent: a column must be chosen. */
  readonly none?: string;
  readonly onChange: (column: string) => void;
};

export function ColumnSelect({ label, columns, value, none, onChange }: ColumnSelectProps) {
  const isKnown = columns.some(({ name }) => name === value);
  return (
    <select aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {!isKnown && value !== "" && <option value={value}>{value}</option>}
      {columns.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function samplesOf(
  columns: FindingsProps["report"]["columns"],
  column: string | undefined,
): string {
  return columns.find(({ name }) => name === column)?.samples.join("、") ?? "";
}
