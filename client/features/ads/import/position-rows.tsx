import type { AdMapping } from "../../../../domain/ads/inventory/ad-mapping.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import type { FindingsProps } from "./import-findings.tsx";
import { ColumnSelect, samplesOf } from "./mapping-tab.tsx";

type Position = AdMapping["position"];
type Kind = "geometry" | "pair" | "text" | "wkt";

type PositionRowsProps = Pick<FindingsProps, "report"> & {
  readonly onChange: (position: Position) => void;
};

/** Where positions come from: the geometry, two columns, or one. */
export function PositionRows({ report, onChange }: PositionRowsProps) {
  const text = useAdsImportText().adsImport.mapping;
  const { mapping, columns, isTable } = report;
  const { position } = mapping;
  const kind = kindOf(position);
  const kinds: readonly Kind[] = isTable ? ["pair", "text", "wkt"] : ["geometry", "pair"];
  const first = columns[0]?.name ?? "";
  const isMissing = isTable && kind === "geometry";
  return (
    <>
      <tr>
        <th scope="row">{text.position}</th>
        <td>
          <select
            aria-label={text.position}
            value={isMissing ? "" : kind}
            onChange={({ target }) => onChange(begun(target.value as Kind, first))}
          >
            {isMissing && <option value="">{text.none}</option>}
            {kinds.map((each) => (
              <option key={each} value={each}>
                {text.positions[each]}
              </option>
            ))}
          </select>
        </td>
        <td className={isMissing ? "is-bad" : "muted"}>{isMissing && text.noPosition}</td>
      </tr>
      {columnsOf(position).map(({ name, column, put }) => (
        <tr key={name}>
          <th scope="row">{name === "column" ? text.column : text[name]}</th>
          <td>
            <ColumnSelect
              label={name === "column" ? text.column : text[name]}
              columns={columns}
              value={column}
              onChange={(chosen) => onChange(put(chosen))}
            />
          </td>
          <td className="muted">{samplesOf(columns, column)}</td>
        </tr>
      ))}
      {position !== "geometry" && "text" in position && (
        <tr>
          <th scope="row">{text.order}</th>
          <td>
            <select
              aria-label={text.order}
              value={position.order}
              onChange={({ target }) =>
                onChange({
                  ...position,
                  order: target.value === "lat-lng" ? "lat-lng" : "lng-lat",
                })
              }
            >
              {(["lng-lat", "lat-lng"] as const).map((order) => (
                <option key={order} value={order}>
                  {text.orders[order]}
                </option>
              ))}
            </select>
          </td>
          <td />
        </tr>
      )}
    </>
  );
}

function kindOf(position: Position): Kind {
  if (position === "geometry") return "geometry";
  if ("wkt" in position) return "wkt";
  return "text" in position ? "text" : "pair";
}

/** With the first column until another is chosen. */
function begun(kind: Kind, column: string): Position {
  switch (kind) {
    case "geometry":
      return "geometry";
    case "pair":
      return { lng: column, lat: column };
    case "text":
      return { text: column, order: "lng-lat" };
    case "wkt":
      return { wkt: column };
  }
}

type PlacedColumn = {
  readonly name: "lng" | "lat" | "column";
  readonly column: string;
  readonly put: (column: string) => Position;
};

function columnsOf(position: Position): PlacedColumn[] {
  if (position === "geometry") return [];
  if ("wkt" in position) {
    return [{ name: "column", column: position.wkt, put: (wkt) => ({ wkt }) }];
  }
  if ("text" in position) {
    const { order } = position;
    return [{ name: "column", column: position.text, put: (text) => ({ text, order }) }];
  }
  const { lng, lat } = position;
  return [
    { name: "lng", column: lng, put: (column) => ({ lng: column, lat }) },
    { name: "lat", column: lat, put: (column) => ({ lng, lat: column }) },
  ];
}
