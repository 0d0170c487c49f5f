import { useQuery } from "@tanstack/react-query";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { dutyAtQuery } from "../../api/queries.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";

/** Who answers for the spot today, nearest first; each once. */
export function DutyLines({
  problem: { geometry, properties },
}: {
  readonly problem: ProblemFeature;
}) {
  const text = useDeskText();
  const [lng = 0, lat = 0] = geometry?.coordinates ?? [];
  const { data, error, isPending, refetch } = useQuery({
    ...dutyAtQuery(lng, lat, properties.category, undefined),
    enabled: geometry !== null,
  });
  if (geometry === null) return null;
  const duties = data?.duties ?? [];
  const lines = new Map(
    duties.map(({ role, person, unitName, unit }) => {
      const name = [person, unitName ?? unit].filter(Boolean).join(" · ");
      return [`${role} ${name}`, { role, name }] as const;
    }),
  );
  return (
    <section className="desk-part">
      <h3>{text.desk.detail.who}</h3>
      <AsyncState isLoading={isPending} error={error} lines={4} onRetry={() => void refetch()}>
        {duties.length === 0 && <p className="defect">{text.desk.detail.nobody}</p>}
        <dl className="desk-duties">
          {[...lines].map(([key, { role, name }]) => (
            <div key={key}>
              <dt>{text.roles[role]}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      </AsyncState>
    </section>
  );
}
