import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import type { SearchResults } from "../../../domain/contract/search.ts";
import { searchQuery } from "../../api/queries.ts";
import { pickedText } from "../../state/url-state.ts";
import { useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { lookAt } from "./map-wishes.ts";

type Result = SearchResults["results"][number];

/** Zones, roads, places, people and problems by name or number; arrow keys choose, Enter goes there. */
export function SearchBox() {
  const text = useText();
  const id = useId();
  const [, set] = useWorkbenchUrl();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(typed.trim());
  const { data } = useQuery(searchQuery(wanted));
  const results = wanted === "" ? [] : (data?.results ?? []);
  const isOpen = wanted !== "" && data !== undefined;

  function go(result: Result | undefined): void {
    if (!result) return;
    setTyped("");
    if (result.kind === "person") set({ person: result.id });
    if (result.kind === "unit") set({ unit: result.id });
    if (result.kind === "zone") set({ pick: pickedText({ kind: "zone", id: result.id }) });
    if (result.kind === "problem") set({ pick: pickedText({ kind: "problem", id: result.id }) });
    if (result.bbox) lookAt({ bounds: result.bbox, maxZoom: 17 });
    else if (result.position) lookAt({ position: result.position, zoom: 17 });
  }

  return (
    <div className="search-box">
      <Icon name="search" />
      <input
        type="search"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-activedescendant={results[at] ? `${id}-${at}` : undefined}
        placeholder={text.search.placeholder}
        aria-label={text.search.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(at + 1, results.length - 1));
          else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
          else if (event.key === "Enter") go(results[at]);
          else if (event.key === "Escape") setTyped("");
          else return;
          event.preventDefault();
        }}
      />
      {isOpen && (
        <div className="search-results" id={id} role="listbox">
          {results.length === 0 && <p className="state-empty">{text.search.none}</p>}
          {results.map((result, i) => (
            <button
              type="button"
              role="option"
              tabIndex={-1}
              id={`${id}-${i}`}
              aria-selected={i === at}
              key={`${result.kind} ${result.id}`}
              onClick={() => go(result)}
            >
              <span className="kind">{text.search.kinds[result.kind]}</span>
              <span className="title">{result.title}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
