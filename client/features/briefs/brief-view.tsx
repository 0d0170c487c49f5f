import type { Brief } from "../../../domain/brief.ts";
import {
  minuteOf,
  noteWords,
  periodWords,
  remarks,
  roleLines,
} from "../../../domain/text/brief-words.ts";
import { AreaTable, CategoryTable, ClassTable } from "./brief-tables.tsx";
import { FigureTiles } from "./figure-tiles.tsx";
import { SpotList } from "./spot-list.tsx";
import { useBriefText } from "./use-brief-url.ts";

const AREAS_NAMED = 4;

/** The sheet itself; printed it is one A4 page. */
export function BriefView({ brief }: { readonly brief: Brief }) {
  const text = useBriefText();
  const { gap, week, city, isDemo, person } = brief;
  const hasFigures = gap === null || gap === "left";
  const said = remarks(brief, text);
  return (
    <article className="brief-paper">
      <header>
        <p className="brief-line">
          {text.line(city)}
          <span className="grow" />
          {isDemo && <span className="brief-demo">{text.demo}</span>}
        </p>
        <p className="brief-title">
          {text.title}
          <span>{text.weekNumber(week.number)}</span>
        </p>
        <p className="brief-line">
          {periodWords(brief, text)}
          <span className="grow" />
          {text.asOf(minuteOf(week.at))}
        </p>
      </header>
      <div className="brief-who">
        <h1>{person}</h1>
        <div>
          {roleLines(brief, text, AREAS_NAMED).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
      {said.length > 0 && (
        <p className="brief-remark" role="status">
          {said.join("　")}
        </p>
      )}
      {hasFigures && (
        <>
          <FigureTiles brief={brief} />
          <SpotList brief={brief} />
          <div className="brief-halves">
            <AreaTable brief={brief} />
            <div>
              <CategoryTable brief={brief} />
              <ClassTable brief={brief} />
            </div>
          </div>
        </>
      )}
      <footer className="brief-notes">
        <h2>{text.notes}</h2>
        <ul>
          {noteWords(text).map(({ mark, words }) => (
            <li key={words} id={noteId(mark)} tabIndex={-1}>
              {mark} {words}
            </li>
          ))}
        </ul>
      </footer>
    </article>
  );
}

/** Where the definition of a numbered figure stands. */
export function noteId(mark: string): string | undefined {
  return mark === "·" ? undefined : `brief-note-${mark}`;
}
