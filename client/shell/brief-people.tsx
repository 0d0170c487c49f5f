import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type ReactNode, useContext } from "react";
import type { BriefPeople as PeopleBody } from "../../domain/contract/briefs.ts";
import { type DutyRole, dutyRoles } from "../../domain/duty.ts";
import { briefTexts } from "../../domain/text/brief-text.ts";
import { count } from "../../domain/text/count.ts";
import {
  type BriefWeek,
  briefBatchUrl,
  briefFileUrl,
  briefPeopleQuery,
} from "../api/brief-queries.ts";
import { ApiError } from "../api/http.ts";
import { type BriefsUrl, readBriefsUrl } from "../state/briefs-url.ts";
import { useBriefsText } from "../text/briefs-text.ts";
import { LanguageContext } from "../text/use-text.ts";
import { AsyncState } from "../ui/async-state.tsx";
import { WeekPicker } from "./week-picker.tsx";
import "./brief-parts.css";

type Props = {
  readonly role: DutyRole;
  readonly week: BriefWeek;
  /** What stands before the choice of a role. */
  readonly children?: ReactNode;
  readonly onChange: (change: { readonly role?: DutyRole; readonly week?: string }) => void;
};

/** Everybody of a role, most overdue first, each a tap from their brief; one file with all of them. */
export function BriefPeople({ role, week, children, onChange }: Props) {
  const text = useBriefsText();
  const language = useContext(LanguageContext);
  const { data, error, isPending, refetch } = useQuery(briefPeopleQuery(role, week));
  const isRefused = error instanceof ApiError && [400, 403].includes(error.status);
  return (
    <>
      <div className="brief-bar">
        {children}
        <label>
          {text.briefs.role}{" "}
          <select
            value={role}
            onChange={(event) => {
              const chosen = dutyRoles.find((name) => name === event.target.value);
              if (chosen) onChange({ role: chosen });
            }}
          >
            {dutyRoles.map((name) => (
              <option key={name} value={name}>
                {text.roles[name]}
              </option>
            ))}
          </select>
        </label>
        <span className="grow" />
        {data && <WeekPicker week={data.week} onChange={(monday) => onChange({ week: monday })} />}
        <span className="grow" />
        {data && data.people.length > 0 && data.people.length <= data.pagesMax && (
          <a className="brief-button primary" href={briefBatchUrl(role, week, language)}>
            {text.briefs.batch(data.people.length)}
          </a>
        )}
        {data && data.people.length > data.pagesMax && (
          <span>{text.briefs.tooMany(data.people.length, data.pagesMax)}</span>
        )}
      </div>
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
            {data && <PeopleTable list={data} week={week} />}
          </AsyncState>
        )}
      </section>
    </>
  );
}

type TableProps = { readonly list: PeopleBody; readonly week: BriefWeek };

function PeopleTable({ list, week }: TableProps) {
  const text = useBriefsText().briefs;
  const { figures, noData } = briefTexts[useContext(LanguageContext)];
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
                <Files person={each.person} week={week} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type FilesProps = { readonly person: string; readonly week: BriefWeek };

function Files({ person, week }: FilesProps) {
  const text = useBriefsText().briefs;
  const language = useContext(LanguageContext);
  const { theme, lang }: BriefsUrl = readBriefsUrl(useSearch({ strict: false }));
  const carried = {
    ...(theme && { theme }),
    ...(lang && { lang }),
    ...(week.week && { week: week.week }),
    ...(week.asOf && { asOf: week.asOf }),
  };
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
