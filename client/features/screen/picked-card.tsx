import type { ReactNode } from "react";
import { count } from "../../../domain/text/count.ts";
import { placeQuery, problemQuery, zonesQuery } from "../../api/queries.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { useStandingAnswer } from "./use-standing-answer.ts";
import type { WallPick } from "./wall-pick.ts";
import { useZoneName } from "./zone-name.ts";

type PickedCardProps = {
  readonly pick: WallPick;
  readonly scope: ScreenScope;
  readonly onClose: () => void;
};

/** What was pointed at, in a few words; the map marks it. */
export function PickedCard({ pick, scope, onClose }: PickedCardProps) {
  const { picked } = scope.text.screen;
  return (
    <aside className="wall-picked" data-pick={pick.key}>
      <button type="button" aria-label={picked.close} onClick={onClose}>
        ×
      </button>
      <Words key={pick.key} pick={pick} scope={scope} />
    </aside>
  );
}

type WordsProps = Omit<PickedCardProps, "onClose">;

function Words({ pick, scope }: WordsProps): ReactNode {
  if (pick.kind === "ring") {
    const { picked } = scope.text.screen;
    const overdue = pick.overdue > 0 ? picked.overdueOf(count(pick.overdue)) : "";
    return <Lines title={picked.cluster(count(pick.count))} facts={[overdue]} />;
  }
  switch (pick.picked.kind) {
    case "problem":
      return <ProblemWords id={pick.picked.id} scope={scope} />;
    case "place":
      return <PlaceWords id={pick.picked.id} scope={scope} />;
    case "zone":
      return <ZoneWords id={pick.picked.id} scope={scope} />;
    default:
      return <Lines title={scope.text.hotSpots.title} facts={[]} />;
  }
}

type ThingProps<Id> = { readonly id: Id; readonly scope: ScreenScope };

function ProblemWords({ id, scope }: ThingProps<string>) {
  const { format, text } = scope;
  const { data } = useStandingAnswer(scope, ({ filter }) => problemQuery(id, filter.asOf));
  if (!data) return <Lines title={id} facts={[]} />;
  const { category, address, zone, status, isOverdue, reportedAt, source, state } = data.properties;
  const isDropped = state === "withdrawn" || state === "rejected";
  const standing = text.statuses[isOverdue ? "overdue" : status];
  return (
    <Lines
      title={format.category(category)}
      facts={[
        isDropped ? text.screen.states[state] : standing,
        address ?? zone?.name ?? "",
        format.source(source),
        format.minute(reportedAt),
      ]}
    />
  );
}

function PlaceWords({ id, scope }: ThingProps<number>) {
  const { format, text } = scope;
  const zoneName = useZoneName(scope);
  const { data } = useStandingAnswer(scope, ({ filter }) => placeQuery(id, filter));
  if (!data) return <Lines title={text.legend.place} facts={[]} />;
  return (
    <Lines
      title={data.address ?? text.screen.places.unnamed}
      facts={[
        text.classes[data.class],
        format.category(data.category),
        data.zone === null ? "" : zoneName(data.zone),
        text.screen.places.times(data.ownK),
      ]}
    />
  );
}

function ZoneWords({ id, scope }: ThingProps<string>) {
  const { text } = scope;
  const { data } = useStandingAnswer(scope, ({ filter }) => zonesQuery(filter, "zone"));
  const zone = data?.features.find(({ properties }) => properties.id === id)?.properties;
  if (!zone) return <Lines title={id} facts={[]} />;
  return (
    <Lines
      title={zone.name}
      facts={[
        zone.leads.join("、"),
        `${text.zone.open} ${count(zone.openCount)}`,
        `${text.zone.overdue} ${count(zone.overdueCount)}`,
      ]}
    />
  );
}

function Lines({ title, facts }: { readonly title: string; readonly facts: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <p>{facts.filter((fact) => fact !== "").join(" · ")}</p>
    </>
  );
}
