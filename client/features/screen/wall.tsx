import { type CSSProperties, useMemo, useState } from "react";
import type { ScreenPlan } from "../../../domain/screen/screen-plan.ts";
import type { Theme } from "../../app/theme.ts";
import { useScreenUrl } from "../../state/screen-url.ts";
import { useRunning } from "../../state/workbench-state.ts";
import type { Language } from "../../text/use-text.ts";
import { DiagOverlay } from "./diag-overlay.tsx";
import { useIsWall } from "./endurance/use-is-wall.ts";
import { useWallHealth } from "./endurance/use-wall-health.ts";
import { WallCare } from "./endurance/wall-care.tsx";
import { PanelFrame } from "./panel-frame.tsx";
import { PickedCard } from "./picked-card.tsx";
import { type PlacedPanel, placePanels } from "./place-panels.ts";
import { FeedContext, useCityFeed } from "./use-feed.ts";
import { type Hands, useHands } from "./use-hands.ts";
import { type Turn, useTurn } from "./use-turn.ts";
import { useWindowSize } from "./use-window-size.ts";
import { WallBoundary } from "./wall-boundary.tsx";
import { WallFooter } from "./wall-footer.tsx";
import { WallHeader } from "./wall-header.tsx";
import { type Rect, type WallLayout, wallLayout } from "./wall-layout.ts";
import { WallStage } from "./wall-stage.tsx";

type WallProps = {
  readonly plan: ScreenPlan;
  readonly theme: Theme;
  readonly language: Language;
  /** The moment that every number of the wall is of. */
  readonly asOf: string;
  readonly isDiagOpen: boolean;
};

/** The wall: its steps in turn, each with its maps and panels. */
export function Wall({ plan, theme, language, asOf, isDiagOpen }: WallProps) {
  const { clock } = useRunning();
  const [url] = useScreenUrl();
  const [width, height] = useWindowSize();
  const layout = useMemo(() => wallLayout(width, height), [width, height]);
  const turn = useTurn(plan, asOf, language);
  const { rotation, dispatch, step, scope, whole } = turn;
  const feed = useCityFeed(whole);
  const health = useWallHealth();
  const isWall = useIsWall(url.preview === "1");
  const named = step?.scene.panels;
  const { placed, left } = useMemo(() => placePanels(named ?? [], layout), [named, layout]);
  const hands = useHands(turn, placed, isDiagOpen);
  const words = scope.text.screen.panelBroken;
  const [cards, setCards] = useState<HTMLElement | null>(null);
  return (
    <FeedContext value={feed}>
      <main
        className={`wall is-${layout.shape} ${turn.isGoing ? "is-going" : ""}`}
        style={{ "--u": `${layout.unit}px` } as CSSProperties}
        data-step={step?.key}
        aria-label={scope.text.screen.label}
      >
        <WallStage layout={layout} theme={theme} turn={turn} hands={hands} health={health} />
        <Panels placed={placed} layout={layout} turn={turn} hands={hands} cards={cards} />
        <WallBoundary instead={<BrokenBar name="header" rect={layout.header} words={words} />}>
          <WallHeader rect={layout.header} turn={turn} clock={clock} />
        </WallBoundary>
        {clock.freshness === "broken" && <Broken turn={turn} top={layout.header.height} />}
        {layout.ticker && (
          <WallBoundary instead={<BrokenBar name="footer" rect={layout.ticker} words={words} />}>
            <WallFooter rect={layout.ticker} scope={whole} />
          </WallBoundary>
        )}
        {hands.pick && (
          <WallBoundary key={hands.pick.key} instead={null}>
            <PickedCard pick={hands.pick} scope={scope} onClose={hands.onClose} />
          </WallBoundary>
        )}
        <div ref={setCards} />
        {isWall && (
          <WallCare
            health={health}
            rotation={rotation}
            dispatch={dispatch}
            freshness={clock.freshness}
            alerts={layout.alerts}
            hasSound={plan.hasSound}
          />
        )}
        {hands.hasDiag && (
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

type BrokenBarProps = {
  readonly name: "header" | "footer";
  readonly rect: Rect;
  readonly words: string;
};

function BrokenBar({ name, rect: { y, height }, words }: BrokenBarProps) {
  return (
    <div className={`wall-${name}`} style={{ top: y, height }} role="alert">
      {words}
    </div>
  );
}

type PanelsProps = {
  readonly placed: readonly PlacedPanel[];
  readonly layout: WallLayout;
  readonly turn: Turn;
  readonly hands: Hands;
  /** Where numbers are explained, above all panels. */
  readonly cards: HTMLElement | null;
};

function Panels({ placed, layout, turn: { step, scope }, hands, cards }: PanelsProps) {
  const { clock } = useRunning();
  return (
    <div className="wall-panels">
      {placed.map((place) => (
        <PanelFrame
          key={`${place.id} ${JSON.stringify(step?.filter)}`}
          place={place}
          scope={scope}
          layout={layout}
          freshness={clock.freshness}
          onWhy={hands.onWhy}
          cards={hands.explained === place.id ? cards : null}
          onClose={hands.onClose}
        />
      ))}
    </div>
  );
}

/** The line is lost: of when everything below is. */
function Broken({ turn, top }: { readonly turn: Turn; readonly top: number }) {
  const { text, format, filter } = turn.whole;
  return (
    <p className="wall-broken" role="alert" style={{ top }}>
      {text.screen.broken(format.minute(filter.asOf ?? ""))}
    </p>
  );
}
