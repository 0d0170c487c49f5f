import type { ScenePanel } from "../../../domain/screen/scene.ts";
import type { Panel } from "./panels/panel.ts";
import { panels } from "./panels/registry.ts";
import type { PlacedPanel } from "./place-panels.ts";
import { filterWords } from "./screen-scope.ts";
import type { PanelData } from "./use-panel-data.ts";
import type { WallLayout } from "./wall-layout.ts";

type WhyCardProps = {
  readonly place: PlacedPanel;
  readonly layout: WallLayout;
  /** What the panel shows. */
  readonly answer: Pick<PanelData, "data" | "of">;
  readonly onClose: () => void;
};

/** 为什么是这个数: how the numbers of a panel are made, under which filter, as of when. */
export function WhyCard({ place, layout, answer: { data, of }, onClose }: WhyCardProps) {
  const panel: Panel = panels[place.id];
  const { text, format, clock, now } = of;
  const { why } = text.screen;
  return (
    <aside
      className="wall-why"
      style={besidePanel(place, layout)}
      role="dialog"
      aria-label={why.title}
    >
      <header>
        <h2>{why.title}</h2>
        <button type="button" onClick={onClose}>
          {why.close}
        </button>
      </header>
      <h3>{panel.title(text)}</h3>
      <dl>
        <dt>{why.formula}</dt>
        <dd>
          {panel.why(text, data).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </dd>
        <dt>{why.filter}</dt>
        <dd>{filterWords(of, panel.counts?.(of) ?? of.filter)}</dd>
        <dt>{why.asOf}</dt>
        <dd>{format.fullMinute(clock.toIso(now))}</dd>
      </dl>
    </aside>
  );
}

/** Units. */
const [WIDTH, GAP, MOST_HEIGHT] = [520, 24, 480];
/** Below the header and a banner. */
const LEAST_TOP = 164;

/** Towards the middle of the wall, where the map is. */
function besidePanel({ rect }: PlacedPanel, { unit, width, height }: WallLayout) {
  const [wide, gap] = [WIDTH * unit, GAP * unit];
  const isLeft = rect.x + rect.width / 2 < width / 2;
  const left = isLeft ? rect.x + rect.width + gap : rect.x - wide - gap;
  return {
    left: Math.max(gap, Math.min(left, width - wide - gap)),
    top: Math.max(LEAST_TOP * unit, Math.min(rect.y, height - MOST_HEIGHT * unit)),
    width: wide,
  };
}

/** The panel after the one that is explained, for a keyboard that has no pointer. */
export function nextExplained(
  placed: readonly PlacedPanel[],
  current: ScenePanel | null,
): ScenePanel | null {
  const at = placed.findIndex(({ id }) => id === current);
  return placed[at + 1]?.id ?? null;
}
