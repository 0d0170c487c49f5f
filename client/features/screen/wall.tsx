import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { expandScenes } from "../../../domain/screen/expand-scenes.ts";
import { stepOf } from "../../../domain/screen/rotation.ts";
import type { ScenePanel } from "../../../domain/screen/scene.ts";
import type { ScreenPlan } from "../../../domain/screen/screen-plan.ts";
import { cityClock } from "../../../domain/time.ts";
import { zonesQuery } from "../../api/queries.ts";
import type { Theme } from "../../app/theme.ts";
import type { ClickEvent, MapEngine } from "../../map/map-engine.ts";
import { useScreenUrl } from "../../state/screen-url.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useScreenText } from "../../text/screen-text.ts";
import { DiagOverlay } from "./diag-overlay.tsx";
import { useWallHealth } from "./endurance/use-wall-health.ts";
import { WallCare } from "./endurance/wall-care.tsx";
import { WatchedMap } from "./endurance/watched-map.tsx";
import { focusView } from "./focus-view.ts";
import { layersOfMeasure } from "./map-layers.ts";
import { PanelFrame } from "./panel-frame.tsx";
import { PickedCard } from "./picked-card.tsx";
import { placePanels } from "./place-panels.ts";
import { type ScreenScope, stepFilter } from "./screen-scope.ts";
import { useFaded } from "./use-faded.ts";
import { FeedContext, useCityFeed } from "./use-feed.ts";
import { useRotation } from "./use-rotation.ts";
import { useStepView } from "./use-step-view.ts";
import { useWallKeys } from "./use-wall-keys.ts";
import { useWindowSize } from "./use-window-size.ts";
import { WallFooter } from "./wall-footer.tsx";
import { WallHeader } from "./wall-header.tsx";
import { wallLayout } from "./wall-layout.ts";
import { pickOf, type WallPick } from "./wall-pick.ts";
import { nextExplained, WhyCard } from "./why-card.tsx";

type WallProps = {
  readonly plan: ScreenPlan;
  readonly theme: Theme;
  readonly language: "zh" | "en";
  /** The moment that every number of the wall is of. */
  readonly asOf: string;
  readonly isDiagOpen: boolean;
};

/** The wall: its steps in turn, each with its maps and panels. */
export function Wall({ plan, theme, language, asOf, isDiagOpen }: WallProps) {
  const [url] = useScreenUrl();
  const { clock: live } = useRunning();
  const [width, height] = useWindowSize();
  const layout = useMemo(() => wallLayout(width, height), [width, height]);
  const whole = useScope({}, asOf, language);
  const zones = useQuery(zonesQuery(whole.filter, "zone")).data;
  const zoneNames = useMemo(
    () => zones?.features.map(({ properties: { id, name } }) => ({ id, name })) ?? [],
    [zones],
  );
  const zoneKey = JSON.stringify(zoneNames);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same zones in a new answer are no new steps
  const steps = useMemo(() => expandScenes(plan.scenes, zoneNames), [plan.scenes, zoneKey]);
  const [rotation, dispatch] = useRotation(steps, plan.rotation, {
    scene: url.scene,
    isHeld: url.hold === "1",
  });
  const wanted = stepOf(rotation);
  const { shown: step, isGoing } = useFaded(wanted, (each) => each?.key ?? "");
  const filterKey = JSON.stringify(step?.filter ?? {});
  const scope = useScope(
    useMemo(() => JSON.parse(filterKey), [filterKey]),
    asOf,
    language,
  );
  const stepView = useStepView(step, scope, (key) => dispatch({ kind: "empty", key }));
  const { focus } = rotation;
  const view = useMemo(() => (focus ? focusView(focus) : stepView), [focus, stepView]);
  const health = useWallHealth();
  const feed = useCityFeed(whole);
  const [explained, setExplained] = useState<ScenePanel | null>(null);
  const [hasDiag, setHasDiag] = useState(isDiagOpen);
  const [pick, setPick] = useState<WallPick | null>(null);
  const [leader, setLeader] = useState<MapEngine | null>(null);
  const onTouch = useCallback(() => dispatch({ kind: "touch" }), [dispatch]);
  const onClick = useCallback(
    (event: ClickEvent) => {
      setPick(pickOf(event));
      onTouch();
    },
    [onTouch],
  );
  const onWhy = useCallback(
    (id: ScenePanel) => {
      setExplained((before) => (before === id ? null : id));
      onTouch();
    },
    [onTouch],
  );
  const named = step?.scene.panels;
  const { placed, left } = useMemo(() => placePanels(named ?? [], layout), [named, layout]);
  useWallKeys({
    onNext: () => dispatch({ kind: "next" }),
    onPrevious: () => dispatch({ kind: "previous" }),
    onPause: () => dispatch({ kind: rotation.isPaused ? "resume" : "pause" }),
    onDiag: () => setHasDiag((before) => !before),
    onWhy: () => setExplained(nextExplained(placed, explained)),
    onClose: () => {
      setExplained(null);
      setPick(null);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has other numbers
  useEffect(() => {
    setExplained(null);
    setPick(null);
  }, [step?.key]);
  const place = placed.find(({ id }) => id === explained);
  const size = `${layout.width}x${layout.height}`;
  return (
    <FeedContext value={feed}>
      <main
        className={`wall is-${layout.shape} ${isGoing ? "is-going" : ""}`}
        style={{ "--u": `${layout.unit}px` } as React.CSSProperties}
        data-step={step?.key}
        data-size={size}
        aria-label={scope.text.screen.label}
      >
        <div className="wall-stage">
          {layout.maps.map((map) => (
            <WatchedMap
              health={health}
              key={`${map.measure} ${size}`}
              place={map}
              unit={layout.unit}
              theme={theme}
              layers={layersOfMeasure(step?.scene.layers ?? [], map.measure)}
              scope={scope}
              view={view}
              picked={pick?.kind === "thing" ? pick.key : view?.picked}
              leader={map === layout.maps[0] ? null : leader}
              onEngine={(engine) => map === layout.maps[0] && setLeader(engine)}
              onClick={onClick}
              onTouch={onTouch}
            />
          ))}
          {layout.shape === "one-map" && <Shades layout={layout} />}
        </div>
        <div className="wall-panels">
          {placed.map((each) => (
            <PanelFrame
              key={`${each.id} ${filterKey}`}
              place={each}
              scope={scope}
              hasDetail={layout.hasDetail}
              freshness={live.freshness}
              onWhy={onWhy}
            />
          ))}
        </div>
        <WallHeader
          rect={layout.header}
          scope={scope}
          rotation={rotation}
          step={step}
          caption={view?.caption}
          clock={live}
          onScene={(scene) => dispatch({ kind: "scene", scene })}
        />
        {live.freshness === "broken" && (
          <p className="wall-broken" role="alert" style={{ top: layout.header.height }}>
            {scope.text.screen.broken(scope.format.minute(asOf))}
          </p>
        )}
        {layout.ticker && <WallFooter rect={layout.ticker} scope={whole} />}
        {pick && <PickedCard pick={pick} scope={scope} onClose={() => setPick(null)} />}
        {place && (
          <WhyCard place={place} layout={layout} scope={scope} onClose={() => setExplained(null)} />
        )}
        {url.preview !== "1" && (
          <WallCare
            health={health}
            rotation={rotation}
            dispatch={dispatch}
            freshness={live.freshness}
            timezone={scope.city.timezone}
            unit={layout.unit}
            hasSound={plan.hasSound}
          />
        )}
        {hasDiag && (
          <DiagOverlay
            scope={scope}
            layout={layout}
            rotation={rotation}
            left={left}
            health={health}
          />
        )}
      </main>
    </FeedContext>
  );
}

/** Ground behind the columns, fading into the map. */
function Shades({ layout }: { readonly layout: ReturnType<typeof wallLayout> }) {
  return (["left", "right"] as const).map((side) => {
    const rects = layout.columns.filter((column) => column.side === side).map(({ rect }) => rect);
    const inner = side === "left" ? rects.at(-1) : rects[0];
    if (!inner) return null;
    const edge = 12 * layout.unit;
    const width = side === "left" ? inner.x + inner.width + edge : layout.width - inner.x + edge;
    return (
      <div
        key={side}
        className={`wall-shade is-${side}`}
        style={{ width, top: layout.header.height }}
      />
    );
  });
}

function useScope(
  filter: Parameters<typeof stepFilter>[0],
  asOf: string,
  language: "zh" | "en",
): ScreenScope {
  const { city } = useRunning();
  const text = useScreenText();
  const format = useCityFormat();
  const client = useQueryClient();
  const clock = useMemo(() => cityClock(city.timezone), [city.timezone]);
  const key = JSON.stringify(filter);
  return useMemo(
    () => ({
      city,
      clock,
      format,
      text,
      language,
      client,
      now: Date.parse(asOf),
      filter: stepFilter(JSON.parse(key), asOf, clock),
    }),
    [city, clock, format, text, language, client, asOf, key],
  );
}
