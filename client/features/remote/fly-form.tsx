import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { searchQuery } from "../../api/queries.ts";
import { useRemoteText } from "../../text/remote-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import type { Steer } from "./remote-view.tsx";

const SHOWN = 8;

/** Finds a problem and has it shown. */
export function FlyForm({ steer }: { readonly steer: Steer }) {
  const text = useRemoteText().remote;
  const [wanted, setWanted] = useState("");
  const [asked, setAsked] = useState("");
  const { data, error, isFetching, refetch } = useQuery(searchQuery(asked));
  const found = data?.results.filter(({ kind }) => kind === "problem").slice(0, SHOWN) ?? [];
  return (
    <section>
      <h2>{text.fly}</h2>
      <form
        className="remote-search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(wanted.trim());
        }}
      >
        <input
          type="search"
          value={wanted}
          aria-label={text.placeholder}
          placeholder={text.placeholder}
          onChange={(event) => setWanted(event.target.value)}
        />
        <button type="submit">{text.search}</button>
      </form>
      {asked !== "" && (
        <AsyncState
          isLoading={isFetching && !data}
          error={error}
          isEmpty={found.length === 0}
          empty={<p>{text.noneFound}</p>}
          lines={3}
          onRetry={() => void refetch()}
        >
          <ul className="remote-found">
            {found.map(({ id, title, detail, position }) => (
              <li key={id}>
                <strong>{title}</strong>
                <span>{detail}</span>
                {position ? (
                  <>
                    <button type="button" onClick={() => steer({ command: "fly", problem: id })}>
                      {text.show}
                    </button>
                    <button type="button" onClick={() => steer({ command: "pin", problem: id })}>
                      {text.keep}
                    </button>
                  </>
                ) : (
                  <small>{text.noPosition}</small>
                )}
              </li>
            ))}
          </ul>
        </AsyncState>
      )}
    </section>
  );
}
