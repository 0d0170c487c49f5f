import type { CaseBody } from "../../domain/contract/cases.ts";
import { useCaseText } from "../text/case-text.ts";
import { useCaseCity } from "./case-city.ts";
import { stagesOf } from "./case-stages.ts";

/** 上报 → 立案 → 派遣 → 处置 → 核查 → 结案, and what the case waits for. */
export function StageStepper({ file }: { readonly file: CaseBody }) {
  const text = useCaseText().caseBlock;
  const { format } = useCaseCity();
  const flags = flagsOf(file, text.flags);
  return (
    <>
      <header className="case-title">
        <h3>{text.title}</h3>
        <strong className="case-waits" data-testid="case-state">
          {file.mergedInto === null ? text.waits[file.state] : text.merged}
        </strong>
        {flags.map((flag) => (
          <span className="case-flag" key={flag}>
            {flag}
          </span>
        ))}
      </header>
      <ol className="case-stages">
        {stagesOf(file).map(({ name, progress, at }, i) => (
          <li
            key={name}
            className={`is-${progress}`}
            {...(progress === "now" && { "aria-current": "step" as const })}
          >
            <span className="case-dot">
              {progress === "done" && <Sign path="M3.5 8.5 6.8 11.6 12.6 5" />}
              {progress === "stopped" && <Sign path="M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5" />}
              {(progress === "now" || progress === "ahead") && i + 1}
            </span>
            <span className="case-stage">{text.stages[name]}</span>
            <span className="case-when">{at === null ? "" : format.day(at)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

function flagsOf(
  { reworks, state, steps, isUnverified }: CaseBody,
  flags: ReturnType<typeof useCaseText>["caseBlock"]["flags"],
): string[] {
  const isExtended = steps.some(({ act }) => act === "grant-extension");
  return [
    ...(reworks > 0 ? [flags.rework(reworks)] : []),
    ...(isExtended ? [flags.extended] : []),
    ...(isUnverified && state === "closed" ? [flags.unverified] : []),
  ];
}
