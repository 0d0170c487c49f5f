import type { Brief } from "../../../domain/brief.ts";
import { figureWords } from "../../../domain/text/brief-words.ts";
import { useBriefsText } from "../../text/briefs-text.ts";
import { useBriefText } from "./use-brief-url.ts";

/** The figures beside those of the week before; the name leads to the definition. */
export function FigureTiles({ brief }: { readonly brief: Brief }) {
  const text = useBriefText();
  const own = useBriefsText().briefs;
  return (
    <ul className="brief-tiles">
      {figureWords(brief, text).map((words) => (
        <li key={words.figure} data-figure={words.figure}>
          <a href={`#brief-note-${words.note}`} title={own.definition(words.name)}>
            {words.name}
            {words.note}
            {words.isOwn && <small>{text.own}</small>}
          </a>
          <p className={words.isAlarm ? "is-overdue" : ""}>
            <strong className={brief.figures[words.figure].value === null ? "is-none" : ""}>
              {words.value}
            </strong>{" "}
            {words.unit} {words.detail}
          </p>
          <p className={words.hasRisen ? "brief-change is-overdue" : "brief-change"}>
            {words.change}
          </p>
        </li>
      ))}
    </ul>
  );
}
