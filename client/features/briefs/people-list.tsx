import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useContext } from "react";
import type { BriefPeople } from "../../../domain/contract/briefs.ts";
import { dutyRoles } from "../../../domain/duty.ts";
import { briefBatchUrl, briefFileUrl, briefPeopleQuery } from "../../api/brief-queries.ts";
import { ApiError } from "../../api/http.ts";
import { count } from "../../state/city-format.ts";
import { useBriefsText } from "../../text/briefs-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { useBriefText, useBriefUrl } from "./use-brief-url.ts";
import { WeekPicker } from "./week-picker.tsx";

/** Everybody of a role, most overdue first, each a tap from their brief. */
export function PeopleList() {
  const text = useBriefsText();
  const language = useContext(LanguageContext);
  const { url, week, change } = useBriefUrl();
  const { role = "zone-lead" } = url;
  const { data, error, isPending, refetch } = useQuery(briefPeopleQuery(role, week));
  const isRefused = error instanceof ApiError && [400, 403].includes(error.status);
  return (
    <main className="briefs" data-testid="brief-people">
      <header className="brief-bar">
        <h1>{text.briefs.title}</h1>
        <label>
          {text.briefs.role}{" "}
          <select
            value={role}
            onChange={(event) =>
              change({ role: dutyRoles.find((name) => name === event.target.value) })
            }
          >
            {dutyRoles.map((name) => (
              <option key={name} value={name}>
                {text.roles[name]}
              </option>
            ))}
          </select>
        </label>
        <span className="grow" />
        {data && <WeekPicker week={data.week} />}
        <span className="grow" />
        {data && data.people.length > 0 && data.people.length <= data.pagesMax && (
          <a className="brief-button primary" href={briefBatchUrl(role, week, language)}>
            {text.briefs.batch(data.people.length)}
          </a>
        )}
        {data && data.people.length > data.pagesMax && (
          <span>{text.briefs.tooMany(data.people.length, data.pagesMax)}</span>
        )}
      </header>
      <section className="brief-paper is-wide">
        {isRefused ? (
          <p role="alert">{error.status === 403 ? error.message : text.briefs.badWeek}</p>
        ) : (
          <AsyncState
            isLoading={isPending}
            error={error}
            isEmpty={data?.people.length === 0}
            empty={text.briefs.nobody}
            lines={8}
            onRetry={() => void refetch()}
          >
            {data && <PeopleTable list={data} />}
          </AsyncState>
        )}
      </section>
    </main>
  );
}

function PeopleTable({ list }: { readonly list: BriefPeople }) {
  const text = useBriefsText().briefs;
  const { figures, noData } = useBriefText();
  const known = (n: number | null) => (list.hasHistory && n !== null ? count(n) : noData);
  return (
    <>
      {!list.hasHistory && <p className="brief-remark">{text.noHistory}</p>}
      <table className="brief-table brief-people">
        <thead>
          <tr>
            <th scope="col">{text.person}</th>
            <th scope="col">{figures.open}</th>
            <th scope="col">{figures.overdue}</th>
            <th scope="col">{figures.reported}</th>
            <th scope="col">{figures.closed}</th>
            <th scope="col">{figures.returns}</th>
            <th scope="col">{text.title}</th>
          </tr>
        </thead>
        <tbody>
          {list.people.map((each) => (
            <tr key={each.person}>
              <th scope="row">
                {each.person} {!each.isHeldAtEnd && <small>{text.left}</small>}
              </th>
              <td>{known(each.open)}</td>
              <td className={list.hasHistory && (each.overdue ?? 0) > 0 ? "is-overdue" : ""}>
                {known(each.overdue)}
              </td>
              <td>{known(each.reported)}</td>
              <td>{known(each.closed)}</td>
              <td>{known(each.returns)}</td>
              <td>
                <Files person={each.person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Files({ person }: { readonly person: string }) {
  const text = useBriefsText().briefs;
  const language = useContext(LanguageContext);
  const { week, carried } = useBriefUrl();
  return (
    <span className="brief-files">
      <Link to="/briefs" search={{ ...carried, person }} aria-label={text.viewOf(person)}>
        {text.view}
      </Link>
      <a href={briefFileUrl("brief.pdf", person, week, language)} aria-label={text.pdfOf(person)}>
        {text.pdf}
      </a>
      <a href={briefFileUrl("brief.docx", person, week, language)} aria-label={text.docxOf(person)}>
        {text.docx}
      </a>
    </span>
  );
}
