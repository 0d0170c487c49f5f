import { useQuery } from "@tanstack/react-query";
import type { ZoneChangeResult } from "../../../domain/contract/zone-changes.ts";
import { dutyTableQuery } from "../../api/duty-queries.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { nameIn, useZoneDesk } from "./zone-desk-state.ts";

/** Named one by one. */
const NAMED = 6;

/** Who answers for zones that are gone, and for which ones from then on. */
export function PassingDuties({ preview }: { readonly preview: ZoneChangeResult | null }) {
  const text = useZonesText();
  const words = text.zones.duties;
  const desk = useZoneDesk();
  const { draft } = desk;
  const { data, isPending } = useQuery({
    ...dutyTableQuery(undefined),
    enabled: draft.removed.length > 0,
  });
  if (draft.removed.length === 0 || isPending) return null;
  const passing = (data?.features ?? [])
    .map(({ properties }) => properties)
    .filter(({ scope, also }) =>
      [scope, also].some((each) => each?.type === "zone" && draft.removed.includes(each.id)),
    );
  const heirsOf = (id: string) =>
    draft.zones.filter(({ from }) => from.includes(id)).map((zone) => zone.name);
  return (
    <div className="zone-passing" data-testid="zone-passing">
      <p>{passing.length === 0 ? words.none : words.passing(passing.length)}</p>
      <ul>
        {passing.slice(0, NAMED).map(({ id, role, person, unitName, scope }) => (
          <li key={id}>
            {text.roles[role]} {person ?? unitName} · {nameIn(desk, scope.id)} →{" "}
            {heirsOf(scope.id).join("、") || "—"}
          </li>
        ))}
      </ul>
      {passing.length > NAMED && <p className="muted">{words.more(passing.length - NAMED)}</p>}
      {preview && (
        <p className="muted">{words.counts(preview.duties.ended, preview.duties.begun)}</p>
      )}
    </div>
  );
}
