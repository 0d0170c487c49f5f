import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { DutyBody } from "../../../domain/contract/zones.ts";
import { scopeTypes } from "../../../domain/duty.ts";
import { dutyScopesQuery } from "../../api/duty-queries.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { ScopeWords } from "./scope-words.tsx";

type Scope = DutyBody["scope"];
type ScopeFieldProps = {
  readonly scope: Scope | null;
  readonly onChange: (scope: Scope | null) => void;
};

/** What it is about: its kind, then found by a part of its name or id. */
export function ScopeField({ scope, onChange }: ScopeFieldProps) {
  const text = useDutiesText().duties;
  const [type, setType] = useState<Scope["type"]>(scope?.type ?? "zone");
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed.trim());
  const isSearching = scope === null && type !== "city";
  const { data } = useQuery({ ...dutyScopesQuery(type, wanted), enabled: isSearching });
  const choose = (next: Scope["type"]) => {
    setType(next);
    setTyped("");
    onChange(next === "city" ? { type: "city", id: "", name: null } : null);
  };
  return (
    <>
      <label>
        {text.form.scopeType}
        <select
          value={type}
          onChange={({ target }) => {
            const next = scopeTypes.find((each) => each === target.value);
            if (next) choose(next);
          }}
        >
          {scopeTypes.map((each) => (
            <option key={each} value={each}>
              {text.scopeTypes[each]}
            </option>
          ))}
        </select>
      </label>
      {scope && type !== "city" && (
        <p className="chosen-scope">
          <span>
            <ScopeWords scope={scope} />
          </span>
          <button type="button" className="link" onClick={() => onChange(null)}>
            ×
          </button>
        </p>
      )}
      {isSearching && (
        <div>
          <label>
            {text.form.scope}
            <input
              type="search"
              placeholder={text.form.scopeHint}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>
          <ul className="scope-results">
            {(data?.scopes ?? []).map((found) => (
              <li key={found.id}>
                <button type="button" className="plain" onClick={() => onChange(found)}>
                  {found.name ?? text.nameless} <span className="muted">{found.id}</span>
                </button>
              </li>
            ))}
            {data?.scopes.length === 0 && <li className="muted">{text.form.noScope}</li>}
          </ul>
        </div>
      )}
    </>
  );
}
