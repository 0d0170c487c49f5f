import { Link } from "@tanstack/react-router";
import type { DutyActBody } from "../../../domain/contract/duties.ts";
import { count } from "../../../domain/text/count.ts";
import { useLook } from "../../shell/look.ts";
import { pickedText } from "../../state/url-state.ts";
import { useDutiesText } from "../../text/duties-text.ts";

/** Problems that are named one by one. */
const NAMED = 12;

/** What is open where the successor answers now, and the way to it in the workbench. */
export function PassingProblems({ act }: { readonly act: DutyActBody }) {
  const text = useDutiesText().duties;
  const { link: look } = useLook();
  const { total, ids } = act.open;
  const zones = [
    ...new Set(act.saved.flatMap(({ scope }) => (scope.type === "zone" ? scope.id : []))),
  ];
  if (total === 0) return <p className="muted">{text.nothingOpen}</p>;
  return (
    <section data-testid="passing">
      <p>{text.passing(count(total))}</p>
      <ul className="passing-problems">
        {ids.slice(0, NAMED).map((id) => (
          <li key={id}>
            <Link to="/" search={{ ...look, pick: pickedText({ kind: "problem", id }) }}>
              {id}
            </Link>
          </li>
        ))}
      </ul>
      {total > NAMED && <p className="muted">{text.passingMore(count(total - NAMED))}</p>}
      {zones.length > 0 && (
        <Link to="/" search={{ ...look, zone: zones.join(), status: "open" }}>
          {text.passingList}
        </Link>
      )}
    </section>
  );
}
