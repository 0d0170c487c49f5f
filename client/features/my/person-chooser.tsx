import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { myPeopleQuery } from "../../api/my-queries.ts";
import { useMyText } from "../../text/my-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { useMyCity } from "./my-city.ts";

type PersonChooserProps = {
  readonly asOf: string | undefined;
  readonly onChoose: (person: string) => void;
};

const SHOWN = 60;

/** Until there are accounts: who is looking. */
export function PersonChooser({ asOf, onChoose }: PersonChooserProps) {
  const text = useMyText();
  const { city } = useMyCity();
  const people = useQuery(myPeopleQuery(asOf));
  const [wanted, setWanted] = useState("");
  const found = (people.data?.people ?? []).filter(({ person }) => person.includes(wanted.trim()));
  return (
    <main className="my">
      <header className="my-header">
        <h1>{text.my.title}</h1>
        <p className="my-header-line">
          {city.name} {city.isDemo && <span className="my-demo">{text.demoData}</span>}
        </p>
      </header>
      <section className="phone-section">
        <h2>{text.my.choose}</h2>
        <p className="my-hint">{text.my.chooseHint}</p>
        <input
          type="search"
          className="my-search"
          aria-label={text.my.searchPerson}
          placeholder={text.my.searchPerson}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <AsyncState
          isLoading={people.isPending}
          error={people.error}
          isEmpty={found.length === 0}
          empty={text.my.nobody}
          lines={8}
          onRetry={() => void people.refetch()}
        >
          <ul className="my-people">
            {found.slice(0, SHOWN).map(({ person, roles }) => (
              <li key={person}>
                <button type="button" onClick={() => onChoose(person)}>
                  <strong>{person}</strong>
                  <span>
                    {roles
                      .map(({ role, areas }) => `${text.roles[role]} ${text.my.areas(areas)}`)
                      .join(" · ")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {found.length > SHOWN && (
            <p className="my-hint">{text.my.morePeople(found.length - SHOWN)}</p>
          )}
        </AsyncState>
      </section>
    </main>
  );
}
