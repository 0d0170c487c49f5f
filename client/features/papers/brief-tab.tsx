import { dutyRoles } from "../../../domain/duty.ts";
import { BriefPeople } from "../../shell/brief-people.tsx";
import { usePapersUrl } from "../../state/papers-url.ts";

/** Weekly briefs of a role's people, to open or take away as files. */
export function BriefTab() {
  const [url, set] = usePapersUrl();
  const role = dutyRoles.find((name) => name === url.role) ?? "zone-lead";
  return (
    <div className="brief-tab">
      <BriefPeople role={role} week={{ week: url.week, asOf: undefined }} onChange={set} />
    </div>
  );
}
