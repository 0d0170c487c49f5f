import type { CaseBody } from "../../domain/contract/cases.ts";
import { useCaseText } from "../text/case-text.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { useCaseCity } from "./case-city.ts";
import { ReportLink } from "./report-link.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** 回头看: what is planned and what was found. */
export function CaseVisits({ file: { visits } }: { readonly file: CaseBody }) {
  const { title, planned, recorded, followUp } = useCaseText().caseBlock.visits;
  const words = useCaseWords();
  const { format } = useCaseCity();
  if (visits.length === 0) return null;
  return (
    <section className="case-part">
      <h4>{title}</h4>
      <ul className="case-lines">
        {visits.map(({ id, visitAt, recordedAt, outcome, followUpId }) => (
          <li key={id}>
            {outcome && <StatusMark status={outcome === "held" ? "closed" : "overdue"} />}
            {outcome && <strong>{words.outcomes[outcome]}</strong>}
            {visitAt !== null && <span>{planned(format.minute(visitAt))}</span>}
            {recordedAt !== null && <span>{recorded(format.minute(recordedAt))}</span>}
            {followUpId !== null && <ReportLink id={followUpId} label={followUp(followUpId)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
