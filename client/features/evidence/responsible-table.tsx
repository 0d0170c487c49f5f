import type { PlaceEpisode } from "../../../domain/contract/recurrence.ts";
import { tenuresOf } from "../../state/place-evidence.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useText } from "../../text/use-text.ts";

/** Who answered on the day of each return, the newest first. */
export function ResponsibleTable({ episodes }: { readonly episodes: readonly PlaceEpisode[] }) {
  const text = useText();
  const format = useCityFormat();
  const names = (persons: readonly string[]) => persons.join("、") || text.place.nobody;
  const tenures = tenuresOf(episodes);
  return (
    <section>
      <h2>
        {text.place.whoThen} <small>{text.place.perReturn}</small>
      </h2>
      {tenures.length === 0 ? (
        <p>{text.place.noReturns}</p>
      ) : (
        <table data-testid="responsible">
          <thead>
            <tr>
              <th>{text.sheet.leads}</th>
              <th>{text.sheet.chiefs}</th>
              <th>{text.sheet.days}</th>
            </tr>
          </thead>
          <tbody>
            {tenures.map(({ leads, chiefs, returns }) => (
              <tr key={returns[0]}>
                <td className="value">{names(leads)}</td>
                <td className="value">{names(chiefs)}</td>
                <td className="dates">
                  <span>{text.place.returnsOf(returns.length)}</span>
                  {returns.map((start) => (
                    <span key={start}>{format.fullMinute(start).slice(0, 10)}</span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
