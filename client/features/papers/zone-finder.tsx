import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { dutyScopesQuery } from "../../api/duty-queries.ts";
import { zonesQuery } from "../../api/queries.ts";
import { usePapersText } from "../../text/papers-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";

type Props = {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
};

/** Zones of the coarsest level to pick from; any other is found by a part of its name or id. */
export function ZoneFinder({ chosen, onChoose }: Props) {
  const text = usePapersText().papers;
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed.trim());
  const all = useQuery({ ...zonesQuery({}, "zone"), enabled: wanted === "" });
  const found = useQuery({ ...dutyScopesQuery("zone", wanted), enabled: wanted !== "" });
  const shown =
    wanted === ""
      ? (all.data?.features.map(({ properties: { id, name } }) => ({ id, name })) ?? [])
      : (found.data?.scopes ?? []);
  const query = wanted === "" ? all : found;
  return (
    <div className="zone-finder">
      <label className="paper-field">
        {text.findZone}
        <input
          type="search"
          placeholder={text.findZoneHint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <AsyncState
        isLoading={query.isPending}
        error={query.error}
        lines={8}
        isEmpty={shown.length === 0}
        empty={text.noZone}
        onRetry={() => void query.refetch()}
      >
        <ul>
          {shown.map(({ id, name }) => (
            <li key={id}>
              <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
                {name} <span className="muted">{id}</span>
              </button>
            </li>
          ))}
        </ul>
      </AsyncState>
    </div>
  );
}
