import { useQuery } from "@tanstack/react-query";
import type { RecurrenceLegend } from "../../../domain/contract/recurrence.ts";
import { backlogColours, heatColours } from "../../../domain/heat-ramp.ts";
import type { SceneLayer } from "../../../domain/screen/scene.ts";
import { countQuery, legendQuery } from "../../api/queries.ts";
import { adColours } from "../../map/wall-layers/ad-roads.ts";
import { hexResolution } from "../../map/zoom-steps.ts";
import { count, figure } from "../../state/city-format.ts";
import type { ShownClass } from "../../state/shown-classes.ts";
import { ClassMark } from "../../ui/class-mark.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { filterWords, openFilter, type ScreenScope } from "./screen-scope.ts";
import type { Rect, WallMap } from "./wall-layout.ts";

type LegendStripProps = {
  readonly place: WallMap;
  /** Of the map that it belongs to: the strip is laid out within it. */
  readonly rect: Rect;
  readonly layers: readonly SceneLayer[];
  /** As a desk would show the ground. */
  readonly zoom: number;
  readonly scope: ScreenScope;
};

/** Measure and unit of the map, its marks, and what it is of. */
export function LegendStrip({ place, rect, layers, zoom, scope }: LegendStripProps) {
  const { data: legend } = useQuery(legendQuery(scope.filter));
  const has = (name: SceneLayer) => layers.includes(name);
  const ramp = legend ? rampOf(layers, legend, zoom, scope) : null;
  const { legend: strip } = place;
  const style = {
    left: strip.x - rect.x,
    top: strip.y - rect.y,
    width: strip.width,
    height: strip.height,
  };
  return (
    <section
      className="wall-legend"
      style={style}
      aria-label={scope.text.screen.maps[place.measure]}
    >
      {ramp && <Ramp {...ramp} />}
      {has("recurring") && <ClassKeys scope={scope} />}
      {has("clusters") && <RingKeys scope={scope} />}
      {(has("responsibility") || has("chiefs")) && <DutyKeys layers={layers} scope={scope} />}
      {has("ads") && <AdKeys scope={scope} />}
      <Facts legend={ramp ? legend : undefined} layers={layers} scope={scope} />
    </section>
  );
}

type RampProps = {
  readonly title: string;
  readonly unit: string;
  readonly colours: readonly string[];
  readonly breaks: readonly number[];
};

/** The one density of the map; recurrence and backlog are never on one map. */
function rampOf(
  layers: readonly SceneLayer[],
  legend: RecurrenceLegend,
  zoom: number,
  { text }: ScreenScope,
): RampProps | null {
  if (layers.includes("heat") || layers.includes("hexagons")) {
    const resolution = hexResolution(zoom);
    const hexagons = legend.hexagons.find((scale) => scale.resolution === resolution)?.breaks;
    return {
      title: layers.includes("heat") ? text.legend.recurrenceHeat : text.legend.recurrence,
      unit: text.legend.perKm2,
      colours: heatColours.dark,
      breaks: layers.includes("heat") ? legend.kernel.breaks : (hexagons ?? []),
    };
  }
  if (!layers.includes("backlog")) return null;
  return {
    title: text.legend.backlog,
    unit: text.legend.openPerKm2,
    colours: backlogColours.dark,
    breaks: legend.backlog.breaks,
  };
}

function Ramp({ title, unit, colours, breaks }: RampProps) {
  return (
    <div className="wall-ramp">
      <h3>
        {title} <small>{unit}</small>
      </h3>
      <ol>
        {colours.map((colour, band) => (
          <li key={colour}>
            <i style={{ background: colour }} />
            {figure(breaks[band] ?? 0)}
          </li>
        ))}
      </ol>
    </div>
  );
}

const classesShown: readonly ShownClass[] = [
  "new",
  "intensifying",
  "persistent",
  "easing",
  "resolved",
];

function ClassKeys({ scope }: { readonly scope: ScreenScope }) {
  const { text } = scope;
  return (
    <div>
      <h3>{text.legend.place}</h3>
      <ul className="wall-keys">
        {classesShown.map((name) => (
          <li key={name}>
            <ClassMark name={name} /> {text.classes[name]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RingKeys({ scope }: { readonly scope: ScreenScope }) {
  const { text, filter } = scope;
  const { data } = useQuery(countQuery(openFilter(filter)));
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

function DutyKeys({ layers, scope }: Pick<LegendStripProps, "layers" | "scope">) {
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

function AdKeys({ scope }: { readonly scope: ScreenScope }) {
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

type FactsProps = {
  readonly legend: RecurrenceLegend | undefined;
  readonly layers: readonly SceneLayer[];
  readonly scope: ScreenScope;
};

/** Whose measure, bandwidth, half-life, filter and moment. */
function Facts({ legend, layers, scope }: FactsProps) {
  const { text, format, filter } = scope;
  const isBacklog = layers.includes("backlog");
  const bandwidth = isBacklog ? legend?.backlog.bandwidthM : legend?.kernel.bandwidthM;
  const measure = [
    ...(bandwidth !== undefined && !layers.includes("hexagons")
      ? [text.legend.kernel(bandwidth)]
      : []),
    ...(legend && !isBacklog ? [text.legend.halfLife(legend.halfLifeDays)] : []),
  ];
  const asOf = text.screen.asOf(format.fullMinute(filter.asOf ?? "").slice(11));
  return (
    <div className="wall-facts">
      {legend && !isBacklog && <h3>{text.legend.own}</h3>}
      {measure.length > 0 && <p>{measure.join(" · ")}</p>}
      <p>
        {filterWords(scope)} · <span className="is-whole">{asOf}</span>
      </p>
    </div>
  );
}
