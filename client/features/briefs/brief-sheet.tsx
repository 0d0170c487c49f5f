import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useContext } from "react";
import { briefFileUrl, briefQuery } from "../../api/brief-queries.ts";
import { ApiError } from "../../api/http.ts";
import { WeekPicker } from "../../shell/week-picker.tsx";
import { useBriefsText } from "../../text/briefs-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { BriefView } from "./brief-view.tsx";
import { useBriefUrl } from "./use-brief-url.ts";

/** One person's brief with what can be done with it. */
export function BriefSheet({ person }: { readonly person: string }) {
  const text = useBriefsText().briefs;
  const language = useContext(LanguageContext);
  const { week, look, carried, change } = useBriefUrl();
  const { data: brief, error, isPending, refetch } = useQuery(briefQuery(person, week));
  const refusal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return (
    <main className="briefs" data-testid="brief">
      <nav className="brief-bar" aria-label={text.title}>
        <Link
          className="brief-button"
          to="/briefs"
          search={{ ...carried, ...(brief?.role && { role: brief.role }) }}
        >
          {text.everybody}
        </Link>
        <Link className="brief-button" to="/my" search={{ person, ...look }}>
          {text.myGrid}
        </Link>
        <span className="grow" />
        {brief && <WeekPicker week={brief.week} onChange={(monday) => change({ week: monday })} />}
        <span className="grow" />
        <button type="button" className="brief-button brief-print" onClick={() => window.print()}>
          {text.print}
        </button>
        <a className="brief-button" href={briefFileUrl("brief.pdf", person, week, language)}>
          {text.pdf}
        </a>
        <a className="brief-button" href={briefFileUrl("brief.docx", person, week, language)}>
          {text.docx}
        </a>
      </nav>
      {refusal ? (
        <section className="brief-paper" role="alert">
          <p>{error.status === 404 ? text.notFound(person) : text.badWeek}</p>
          <p>
            <button
              type="button"
              className="brief-button"
              onClick={() => change({ week: undefined, asOf: undefined })}
            >
              {text.latest}
            </button>
          </p>
        </section>
      ) : (
        <AsyncState isLoading={isPending} error={error} lines={8} onRetry={() => void refetch()}>
          {brief && <BriefView brief={brief} />}
        </AsyncState>
      )}
    </main>
  );
}
