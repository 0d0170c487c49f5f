import type { SceneLayer } from "../../../domain/screen/scene.ts";
import { count } from "../../../domain/text/count.ts";
import { countQuery } from "../../api/queries.ts";
import { adColours } from "../../map/wall-layers/ad-roads.ts";
import type { ShownClass } from "../../state/shown-classes.ts";
import { ClassMark } from "../../ui/class-mark.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { openFilter, type ScreenScope } from "./screen-scope.ts";
import { useStandingAnswer } from "./use-standing-answer.ts";

type DutyKeysProps = { readonly layers: readonly SceneLayer[]; readonly scope: ScreenScope };

const classesShown: readonly ShownClass[] = [
  "new",
  "intensifying",
  "persistent",
  "easing",
  "resolved",
];

type ClassKeysProps = {
  readonly scope: ScreenScope;
  /** Near enough that every place is marked, also those of which nothing follows. */
  readonly isNear: boolean;
};

/** Classes of the places that are marked. */
export function ClassKeys({ scope, isNear }: ClassKeysProps) {
  const { text } = scope;
  const names: readonly ShownClass[] = isNear ? [...classesShown, "sporadic"] : classesShown;
  return (
    <div>
      <h3>{text.legend.place}</h3>
      <ul className="wall-keys">
        {names.map((name) => (
          <li key={name}>
            <ClassMark name={name} /> {text.classes[name]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a ring counts, and its total, which is the total of every list. */
export function RingKeys({ scope }: { readonly scope: ScreenScope }) {
  const { text } = scope;
  const { data } = useStandingAnswer(scope, ({ filter }) => countQuery(openFilter(filter)));
  const total = data ? count(data.total) : "…";
  const hasClosed = data !== undefined && data.byStatus.closed > 0;
  return (
    <div>
      <h3>
        {hasClosed ? text.list.title : text.statuses.open}{" "}
        <small>{text.screen.legend.ringSum(total)}</small>
      </h3>
      <ul className="wall-keys">
        <li>
          <StatusMark status="open" /> {text.statuses.inTime}
        </li>
        <li>
          <StatusMark status="overdue" /> {text.statuses.overdue}
        </li>
        {hasClosed && (
          <li>
            <StatusMark status="closed" /> {text.statuses.closed}
          </li>
        )}
        <li>
          <i className="is-line" /> {text.screen.legend.zoneLine}
        </li>
      </ul>
    </div>
  );
}

/** Who answers: colours of zones, roads with a chief. */
export function DutyKeys({ layers, scope }: DutyKeysProps) {
  const { legend } = scope.text.screen;
  return (
    <div>
      <h3>{scope.text.layers.responsibility}</h3>
      <ul className="wall-keys">
        {layers.includes("responsibility") && <li>{legend.duty}</li>}
        {layers.includes("chiefs") && (
          <>
            <li>
              <i className="is-chief" /> {legend.chiefs}
            </li>
            <li>
              <i className="is-unheld" /> {legend.unheld}
            </li>
          </>
        )}
      </ul>
    </div>
  );
}

const adStatuses = ["short", "met", "dense"] as const;

/** How roads stand. */
export function AdKeys({ scope }: { readonly scope: ScreenScope }) {
  const { ads } = scope.text.screen;
  return (
    <div>
      <h3>{ads.title}</h3>
      <ul className="wall-keys">
        {adStatuses.map((status) => (
          <li key={status}>
            <AdLine status={status} /> {ads.status[status]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** As the map draws them: dashed, single, double. */
function AdLine({ status }: { readonly status: (typeof adStatuses)[number] }) {
  const colour = adColours[status];
  return (
    <svg className="wall-key-line" viewBox="0 0 36 8" aria-hidden="true">
      <line
        x2="36"
        y1="4"
        y2="4"
        stroke={colour}
        strokeWidth={status === "dense" ? 7 : 5}
        strokeDasharray={status === "short" ? "10 5" : undefined}
      />
      {status === "dense" && <line x2="36" y1="4" y2="4" stroke="var(--topbar)" strokeWidth="3" />}
    </svg>
  );
}
