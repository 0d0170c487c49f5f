import { lazy, Suspense, useEffect, useState } from "react";
import type { PlannedVisits } from "../../../domain/contract/cases.ts";
import { keepOffline } from "../../shell/keep-offline.ts";
import { boxAround, degreesOf, type RoundStop, roundStops } from "../../state/round-stops.ts";
import { useActQueue } from "../../state/use-act-queue.ts";
import { useOnline } from "../../state/use-online.ts";
import { usePosition, useSettled } from "../../state/use-position.ts";
import { useFieldText } from "../../text/field-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import { ChecksSection } from "./checks-section.tsx";
import { useFieldCity } from "./field-city.ts";
import { FreshLine } from "./fresh-line.tsx";
import { QueueLines } from "./queue-lines.tsx";
import { RouteSketch } from "./route-sketch.tsx";
import { StopList } from "./stop-list.tsx";
import { SuggestedSection } from "./suggested-section.tsx";
import { TakenVisits } from "./taken-visits.tsx";
import { useWide } from "./use-wide.ts";

const RoundMap = lazy(async () => ({ default: (await import("./round-map.tsx")).RoundMap }));

/** The route is made anew after so many metres. */
const STEP_M = 100;

/** The route first, its next stop on top; then what lies on the way, then what to add. */
export function RoundView({ planned }: { readonly planned: PlannedVisits }) {
  const { round: text, field } = useFieldText();
  const { viewer } = useFieldCity();
  const queue = useActQueue(viewer);
  const position = usePosition();
  const isWide = useWide();
  const isOnline = useOnline();
  const [isMapWanted, wantMap] = useState<boolean | null>(null);
  useEffect(() => void keepOffline("/round"), []);
  const isGiven = (visitId: string) => queue.waiting.some(({ act }) => act.visitId === visitId);
  const due = planned.visits.filter(({ id, isDue }) => isDue && !isGiven(id));
  const given = planned.visits.filter(({ id }) => isGiven(id));
  const settled = useSettled(position, STEP_M);
  const here = settled && ([settled.lng, settled.lat] as const);
  const stops = roundStops(due, here);
  const box = boxAround(planned.visits.filter(({ isDue }) => isDue)) ?? undefined;
  const later = planned.visits.filter(({ isDue }) => !isDue).length;
  const isMapShown = isMapWanted ?? (isWide && stops.length > 0);
  const around = [...(here ? [here] : []), ...stopDegrees(stops)];
  const suggested = <SuggestedSection asOf={planned.asOf} queue={queue} />;
  return (
    <>
      <FreshLine asOf={planned.asOf} />
      <QueueLines queue={queue} />
      <TakenVisits queue={queue} />
      {!mayCheck(viewer.role) && <p className="field-note">{field.notInspector}</p>}
      <div className="field-round">
        <section className="phone-section">
          <header className="field-section-head">
            <h2>{text.stops(stops.length)}</h2>
            <span>{stops.length > 1 && text.length(field.metres(lengthM(stops)))}</span>
            <span className="grow" />
            {stops.length > 0 && (
              <button
                type="button"
                className="phone-button"
                aria-expanded={isMapShown}
                onClick={() => wantMap(!isMapShown)}
              >
                {isMapShown ? text.hideMap : text.map}
              </button>
            )}
          </header>
          {isMapShown && !isOnline && <RouteSketch path={stopDegrees(stops)} here={here} />}
          {isMapShown && isOnline && (
            <Fallible>
              <Suspense fallback={<p className="field-map">{text.loadingMap}</p>}>
                <RoundMap stops={stops} here={here} />
              </Suspense>
            </Fallible>
          )}
          {stops.length === 0 ? (
            <p className="phone-card phone-none">
              {text.noStops} <span className="muted">{text.noStopsHint}</span>
            </p>
          ) : (
            <>
              <StopList stops={stops} asOf={planned.asOf} queue={queue} position={position} />
              <p className="field-hint">{text.route}</p>
            </>
          )}
          {given.length > 0 && (
            <p className="field-hint field-waits">{field.queue.waiting(given.length)}</p>
          )}
          {later > 0 && <p className="field-hint">{text.later(later)}</p>}
        </section>
        <div className="field-beside">
          {stops.length === 0 && suggested}
          <ChecksSection
            around={around}
            box={box}
            asOf={planned.asOf}
            queue={queue}
            position={position}
          />
          {stops.length > 0 && suggested}
        </div>
      </div>
    </>
  );
}

function mayCheck(role: string): boolean {
  return role === "inspector" || role === "operator" || role === "admin";
}

function stopDegrees(stops: readonly RoundStop[]) {
  return stops.flatMap(({ visit }) => {
    const degrees = degreesOf(visit.feature);
    return degrees ? [degrees] : [];
  });
}

function lengthM(stops: readonly RoundStop[]): number {
  return stops.reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0);
}
