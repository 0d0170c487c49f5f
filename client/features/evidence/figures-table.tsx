import type { PlaceEvidence } from "../../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../../domain/recurrence/params.ts";
import { sourceShares } from "../../state/place-evidence.ts";
import { placeFigures } from "../../state/place-figures.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useText } from "../../text/use-text.ts";

type FiguresTableProps = {
  readonly place: PlaceEvidence;
  readonly settings: RecurrenceSettings;
};

/** The figures with what each means, and by whom the reports came in. */
export function FiguresTable({ place, settings }: FiguresTableProps) {
  const text = useText();
  const format = useCityFormat();
  const sources = sourceShares(place.episodes).map(
    ({ source, reports, share }) =>
      `${format.source(source)} ${text.place.reports(reports, `${Math.round(share * 100)}%`)}`,
  );
  return (
    <section>
      <h2>
        {text.sheet.figures} <small>{text.place.own}</small>
      </h2>
      <table>
        <thead>
          <tr>
            <th>{text.sheet.figure}</th>
            <th>{text.sheet.value}</th>
            <th>{text.sheet.definition}</th>
          </tr>
        </thead>
        <tbody>
          {placeFigures(place, settings, text).map((figure) => (
            <tr key={figure.key} data-testid={`figure-${figure.key}`}>
              <th scope="row">{figure.caption}</th>
              <td className="value">
                <strong>{figure.value}</strong> {figure.unit}
                {figure.note && <small>{figure.note}</small>}
              </td>
              <td>{figure.definition}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text.place.sources}</th>
            <td colSpan={2}>{sources.join("；")}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
