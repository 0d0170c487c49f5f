import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Component, memo, type ReactNode, useRef } from "react";
import type { Freshness } from "../../state/live-clock.ts";
import type { Panel } from "./panels/panel.ts";
import { panels } from "./panels/registry.ts";
import type { PlacedPanel } from "./place-panels.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { stageOf } from "./stage-of.ts";

type PanelFrameProps = {
  readonly place: PlacedPanel;
  readonly scope: ScreenScope;
  readonly hasDetail: boolean;
  /** Of the whole wall. */
  readonly freshness: Freshness;
  readonly onWhy: (id: PlacedPanel["id"]) => void;
};

/** A panel that failed is asked for again so often. */
const RETRY_MS = 30_000;

/** One panel in its place: title, state, and what it shows. One that breaks says so in its own box. */
export const PanelFrame = memo(function PanelFrame(props: PanelFrameProps) {
  const { place, scope } = props;
  const { x, y, width, height } = place.rect;
  return (
    <div className="wall-place" style={{ left: x, top: y, width, height }}>
      <PanelBoundary words={scope.text.screen.panelBroken}>
        <LoadedPanel {...props} />
      </PanelBoundary>
    </div>
  );
});

function LoadedPanel({ place, scope, hasDetail, freshness, onWhy }: PanelFrameProps) {
  const panel: Panel = panels[place.id];
  const { text } = scope;
  const { data, at, stage, isFailed } = usePanelData(panel, scope, freshness);
  const words = data === undefined ? null : (panel.empty?.(data, text) ?? null);
  const state = isFailed ? "failed" : data === undefined ? "loading" : stage;
  const title = panel.title(text);
  return (
    <section className={`wall-panel is-${state}`} aria-label={title} data-panel={place.id}>
      {!(panel.isBare && state !== "failed") && (
        <header>
          <h2>{title}</h2>
          <span>{noteOf(panel, scope, { data, state, at })}</span>
        </header>
      )}
      <button
        type="button"
        className="wall-why-open"
        aria-label={text.screen.why.open(title)}
        onClick={() => onWhy(place.id)}
      />
      <div className="wall-panel-body">
        {isFailed && (
          <p className="wall-failed" role="alert">
            <strong>{text.async.failed}</strong>
            {text.screen.retryIn}
          </p>
        )}
        {state === "loading" && <Blocks rows={place.rows} />}
        {data !== undefined && words !== null && <p className="wall-empty">{words}</p>}
        {data !== undefined && words === null && (
          <panel.View data={data} rows={place.rows} hasDetail={hasDetail} scope={scope} />
        )}
      </div>
    </section>
  );
}

type Noted = {
  readonly data: unknown;
  readonly state: Freshness | "failed" | "loading";
  readonly at: number;
};

/** Period and unit; where the figures are old, of when they are. */
function noteOf(panel: Panel, scope: ScreenScope, { data, state, at }: Noted): string {
  const { text, clock } = scope;
  if (state === "failed") return text.screen.failedNote;
  if (state === "loading") return text.async.loading;
  if (state === "broken") return text.screen.staleTitle(clock.toIso(at).slice(11, 16));
  return panel.note?.(scope, data) ?? "";
}

type Kept = { readonly data: unknown; readonly at: number; readonly heardAt: number };

/** The panel's answer, or the last good one with its moment where a later question failed. */
function usePanelData(panel: Panel, scope: ScreenScope, freshness: Freshness) {
  const kept = useRef<Kept | null>(null);
  const { data, isError, isPlaceholderData } = useQuery({
    ...panel.query(scope),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.status === "error" ? RETRY_MS : false),
    refetchIntervalInBackground: true,
  });
  if (data !== undefined && !isError && !isPlaceholderData && kept.current?.data !== data) {
    kept.current = { data, at: scope.now, heardAt: Date.now() };
  } else if (kept.current && data === kept.current.data && !isError && !isPlaceholderData) {
    kept.current = { ...kept.current, at: scope.now, heardAt: Date.now() };
  }
  const last = kept.current;
  const own: Freshness = isError && last ? stageOf(Date.now() - last.heardAt) : "live";
  return {
    data: last?.data ?? data,
    at: last?.at ?? scope.now,
    stage: worseOf(freshness, own),
    isFailed: isError && last === null,
  };
}

const order: readonly Freshness[] = ["live", "late", "broken"];

function worseOf(a: Freshness, b: Freshness): Freshness {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
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

type BoundaryProps = { readonly words: string; readonly children: ReactNode };

class PanelBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <section className="wall-panel is-failed" role="alert">
        <p className="wall-failed">
          <strong>{this.props.words}</strong>
        </p>
      </section>
    );
  }
}
