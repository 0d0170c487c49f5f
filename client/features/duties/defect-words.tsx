import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { ScopeWords } from "./scope-words.tsx";

/** What a defect is about: role and scope. */
export function DefectWords({
  defect: { role, scope, also },
}: {
  readonly defect: DutyDefectBody;
}) {
  const text = useDutiesText();
  return (
    <>
      {role && `${text.roles[role]} · `}
      {scope && <ScopeWords scope={scope} also={also} />}
    </>
  );
}
