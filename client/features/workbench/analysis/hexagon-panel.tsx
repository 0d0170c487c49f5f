import { useQuery } from "@tanstack/react-query";
import { cellsQuery, placesQuery, zonesQuery } from "../../../api/queries.ts";
import { resolutionOfCell } from "../../../map/zoom-steps.ts";
import { figure } from "../../../state/city-format.ts";
import { pickedText } from "../../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { bboxText, boundsOfRing, insideRing } from "./places-within.ts";
import { RecurringRows } from "./recurring-rows.tsx";

/** Places that one hexagon can hold, and more. */
const MOST = 500;

/** What a hexagon's colour is made of: the recurring places in it, highest own rate first. */
export function HexagonPanel({ id }: { readonly id: string }) {
  const text = useText();
  const filter = useFilter();
  const resolution = resolutionOfCell(id);
  const { data: cells, error, refetch } = useQuery(cellsQuery(filter, resolution));
  const cell = cells?.find(({ h3 }) => h3 === id);
  const ring = cell?.boundary ?? [];
  const { data: found } = useQuery({
    ...placesQuery({ ...filter, bbox: bboxText(boundsOfRing(ring)) }, MOST),
    enabled: cell !== undefined,
  });
  const inside = insideRing(found?.places ?? [], ring);
  const returns = inside.reduce((sum, { k }) => sum + k, 0);
  return (
    <>
      <header className="drawer-title">
        <h2>{text.analysis.hexagon(resolution)}</h2>
        <p>
          {cell && `${figure(cell.rate)} ${text.legend.perKm2} `}
          <ZoneChips ids={inside.map(({ zone }) => zone)} />
        </p>
      </header>
      <header className="section-title">
        <h3>{text.layers.recurrencePlaces}</h3>
        <span>{found && text.analysis.placesAndReturns(inside.length, returns)}</span>
      </header>
      <AsyncState
        isLoading={cells === undefined || (cell !== undefined && found === undefined)}
        error={error}
        isEmpty={inside.length === 0}
        empty={text.analysis.nothingHere}
        lines={5}
        onRetry={() => void refetch()}
      >
        <RecurringRows places={inside} />
      </AsyncState>
    </>
  );
}

/** Zones that places lie in, each a way to its panel. */
function ZoneChips({ ids }: { readonly ids: readonly (string | null)[] }) {
  const filter = useFilter();
  const [, set] = useWorkbenchUrl();
  const { data: zones } = useQuery(zonesQuery(filter, "zone"));
  const present = zones?.features.filter(({ properties }) => ids.includes(properties.id)) ?? [];
  return present.map(({ properties: { id, name } }) => (
    <button
      type="button"
      className="link chip"
      key={id}
      onClick={() => set({ pick: pickedText({ kind: "zone", id }) })}
    >
      {name}
    </button>
  ));
}
