import type { RecurrenceLegend } from "../../../domain/contract/recurrence.ts";
import { backlogColours, heatColours } from "../../../domain/heat-ramp.ts";
import type { SceneLayer } from "../../../domain/screen/scene.ts";
import { legendQuery } from "../../api/queries.ts";
import { hexResolution, PLACES_FROM_ZOOM } from "../../map/zoom-steps.ts";
import { figure } from "../../state/city-format.ts";
import { AdKeys, ClassKeys, DutyKeys, RingKeys } from "./legend-keys.tsx";
import { mapTitle } from "./map-title.ts";
import { filterWords, type ScreenScope } from "./screen-scope.ts";
import { useStandingAnswer } from "./use-standing-answer.ts";
import type { Rect, WallMap } from "./wall-layout.ts";
import { useZoneName } from "./zone-name.ts";

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
  const { data: legend } = useStandingAnswer(scope, ({ filter }) => legendQuery(filter));
  const has = (name: SceneLayer) => layers.includes(name);
  const density = densityOf(layers, zoom);
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
      aria-label={mapTitle(layers, place.measure, scope.text)}
    >
      {legend && density && <Ramp {...rampOf(density, legend, zoom, scope)} />}
      {has("recurring") && <ClassKeys scope={scope} isNear={zoom >= PLACES_FROM_ZOOM} />}
      {has("clusters") && <RingKeys scope={scope} />}
      {(has("responsibility") || has("chiefs")) && <DutyKeys layers={layers} scope={scope} />}
      {has("ads") && <AdKeys scope={scope} />}
      <Facts legend={legend} density={density} scope={scope} />
    </section>
  );
}

type RampProps = {
  readonly title: string;
  readonly unit: string;
  readonly colours: readonly string[];
  readonly breaks: readonly number[];
};

/** What is coloured by how much of it there is on a km². */
type Density = "heat" | "hexagons" | "circles" | "backlog";

/** The one density of the map; recurrence and backlog are never on one map. From near circles stand for the hexagons. */
function densityOf(layers: readonly SceneLayer[], zoom: number): Density | null {
  const isNear = zoom >= PLACES_FROM_ZOOM;
  if (layers.includes("heat")) return "heat";
  if (layers.includes("hexagons") && !isNear) return "hexagons";
  if (layers.includes("backlog")) return "backlog";
  return layers.includes("recurring") && isNear ? "circles" : null;
}

function rampOf(
  density: Density,
  legend: RecurrenceLegend,
  zoom: number,
  { text }: ScreenScope,
): RampProps {
  if (density === "backlog") {
    return {
      title: text.legend.backlog,
      unit: text.legend.openPerKm2,
      colours: backlogColours.dark,
      breaks: legend.backlog.breaks,
    };
  }
  const resolution = hexResolution(zoom);
  const hexagons = legend.hexagons.find((scale) => scale.resolution === resolution)?.breaks;
  return {
    title: density === "heat" ? text.legend.recurrenceHeat : text.legend.recurrence,
    unit: text.legend.perKm2,
    colours: heatColours.dark,
    breaks: density === "hexagons" ? (hexagons ?? []) : legend.kernel.breaks,
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

type FactsProps = {
  readonly legend: RecurrenceLegend | undefined;
  readonly density: Density | null;
  readonly scope: ScreenScope;
};

/** Whose measure, bandwidth, half-life, filter and moment. */
function Facts({ legend, density, scope }: FactsProps) {
  useZoneName(scope);
  const { text, format, filter } = scope;
  const isRate = density !== null && density !== "backlog";
  const smoothed = density === "backlog" ? legend?.backlog : legend?.kernel;
  const hasKernel = density !== null && density !== "hexagons";
  const measure = [
    ...(smoothed && hasKernel ? [text.legend.kernel(smoothed.bandwidthM)] : []),
    ...(legend && isRate ? [text.legend.halfLife(legend.halfLifeDays)] : []),
  ];
  const asOf = text.screen.asOf(format.fullMinute(filter.asOf ?? "").slice(11));
  return (
    <div className="wall-facts">
      <h3>{legend && isRate ? text.legend.own : text.screen.legend.scope}</h3>
      {measure.length > 0 && <p>{measure.join(" · ")}</p>}
      <p>
        {filterWords(scope, filter)} · <span className="is-whole">{asOf}</span>
      </p>
    </div>
  );
}
