import { memo } from "react";
import { createPortal } from "react-dom";
import type { Freshness } from "../../state/live-clock.ts";
import type { Panel } from "./panels/panel.ts";
import { panels } from "./panels/registry.ts";
import type { PlacedPanel } from "./place-panels.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { type PanelData, usePanelData } from "./use-panel-data.ts";
import { WallBoundary } from "./wall-boundary.tsx";
import type { WallLayout } from "./wall-layout.ts";
import { WhyCard } from "./why-card.tsx";

type PanelFrameProps = {
  readonly place: PlacedPanel;
  readonly scope: ScreenScope;
  readonly layout: WallLayout;
  /** Of the whole wall. */
  readonly freshness: Freshness;
  readonly onWhy: (id: PlacedPanel["id"]) => void;
  /** Where its numbers are to be explained; null: nobody asks. */
  readonly cards: HTMLElement | null;
  readonly onClose: () => void;
};

/** One panel in its place: title, state, and what it shows. One that breaks says so in its own box. */
export const PanelFrame = memo(function PanelFrame(props: PanelFrameProps) {
  const { place, scope } = props;
  const { x, y, width, height } = place.rect;
  return (
    <div className="wall-place" style={{ left: x, top: y, width, height }}>
      <WallBoundary instead={<BrokenPanel words={scope.text.screen.panelBroken} />}>
        <LoadedPanel {...props} />
      </WallBoundary>
    </div>
  );
});

function BrokenPanel({ words }: { readonly words: string }) {
  return (
    <section className="wall-panel is-failed" role="alert">
      <p className="wall-failed">
        <strong>{words}</strong>
      </p>
    </section>
  );
}

function LoadedPanel(props: PanelFrameProps) {
  const { place, scope, layout, freshness, onWhy, cards, onClose } = props;
  const panel: Panel = panels[place.id];
  const { text } = scope;
  const answer = usePanelData(panel, scope, freshness);
  const { data, stage, failure } = answer;
  const words = data === undefined ? null : (panel.empty?.(data, text) ?? null);
  const state = failure ? "failed" : data === undefined ? "loading" : stage;
  const title = panel.title(text);
  return (
    <section className={`wall-panel is-${state}`} aria-label={title} data-panel={place.id}>
      {!(panel.isBare && state !== "failed") && (
        <header>
          <h2>{title}</h2>
          <span>{noteOf(panel, state, answer, place.rows)}</span>
        </header>
      )}
      <button
        type="button"
        className="wall-why-open"
        aria-label={text.screen.why.open(title)}
        onClick={() => onWhy(place.id)}
      />
      <div className="wall-panel-body">
        {failure && (
          <p className="wall-failed" role="alert">
            <strong>{text.async.failed}</strong>
            {failure.words ?? text.screen.retryIn}
          </p>
        )}
        {state === "loading" && <Blocks rows={place.rows} />}
        {data !== undefined && words !== null && <p className="wall-empty">{words}</p>}
        {data !== undefined && words === null && (
          <panel.View data={data} rows={place.rows} hasDetail={layout.hasDetail} scope={scope} />
        )}
      </div>
      {cards &&
        createPortal(
          <WhyCard place={place} layout={layout} answer={answer} onClose={onClose} />,
          cards,
        )}
    </section>
  );
}

/** Period and unit; where the figures are old, of when they are. */
function noteOf(
  panel: Panel,
  state: Freshness | "failed" | "loading",
  { data, of }: PanelData,
  rows: number,
): string {
  const { text, clock, now } = of;
  if (state === "failed") return text.screen.failedNote;
  if (state === "loading") return text.async.loading;
  if (state === "broken") return text.screen.staleTitle(clock.toIso(now).slice(11, 16));
  return panel.note?.(of, data, rows) ?? "";
}

/** Blocks of the final height; nothing shimmers on a wall. */
function Blocks({ rows }: { readonly rows: number }) {
  return (
    <div className="wall-blocks" aria-hidden="true">
      {Array.from({ length: Math.max(3, rows) }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are all alike
        <span key={i} style={{ width: `${88 - ((i * 23) % 40)}%` }} />
      ))}
    </div>
  );
}
