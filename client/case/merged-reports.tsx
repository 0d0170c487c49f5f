import type { CaseBody } from "../../domain/contract/cases.ts";
import { useCaseText } from "../text/case-text.ts";
import { ReportLink } from "./report-link.tsx";

/** 并案: what this report went into, and what went into it. */
export function MergedReports({ file: { merged, mergedInto } }: { readonly file: CaseBody }) {
  const text = useCaseText().caseBlock;
  return (
    <>
      {mergedInto !== null && (
        <p className="case-note">
          <ReportLink id={mergedInto} label={text.mergedInto(mergedInto)} />
        </p>
      )}
      {merged.length > 0 && (
        <section className="case-part">
          <h4>
            {text.mergedHere} <span className="muted">{merged.length}</span>
          </h4>
          <ul className="case-lines">
            {merged.map((id) => (
              <li key={id}>
                <ReportLink id={id} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
