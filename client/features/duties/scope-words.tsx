import type { DutyBody } from "../../../domain/contract/zones.ts";
import { useDutiesText } from "../../text/duties-text.ts";

type ScopeWordsProps = Pick<DutyBody, "scope"> & { readonly also?: DutyBody["also"] };

/** 网格 河东片区 Z03 · 限 市容环境 */
export function ScopeWords({ scope, also = null }: ScopeWordsProps) {
  const text = useDutiesText().duties;
  return (
    <>
      <span className="muted">{text.scopeTypes[scope.type]}</span> {scope.name ?? text.nameless}
      {scope.id !== "" && <span className="muted"> {scope.id}</span>}
      {also && <span className="muted"> · {text.within(also.name ?? also.id)}</span>}
    </>
  );
}
