import { routePlan } from "../../state/route-plan.ts";
import { useFieldText } from "../../text/field-text.ts";

type Degrees = readonly [lng: number, lat: number];

type RouteSketchProps = {
  readonly path: readonly Degrees[];
  /** Where the inspector is; null: not known. */
  readonly here: Degrees | null;
};

/** The route without a map: the phone has neither the map's code nor its ground while there is no connection. North is up. */
export function RouteSketch({ path, here }: RouteSketchProps) {
  const { round: text, field } = useFieldText();
  const { stops, me, width, height, scale } = routePlan(path, here);
  const line = [...(me ? [me] : []), ...stops].map(({ x, y }) => `${x},${y}`).join(" ");
  return (
    <figure className="field-sketch" data-testid="route-sketch">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.mapLabel}>
        <polyline points={line} className="field-sketch-line" />
        {me && <circle cx={me.x} cy={me.y} r={6} className="field-sketch-me" />}
        {stops.map(({ x, y }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop is known by its number.
          <g key={i}>
            <circle cx={x} cy={y} r={13} className="field-sketch-stop" />
            <text x={x} y={y} className="field-sketch-number">
              {i + 1}
            </text>
          </g>
        ))}
        <path d={`M12 ${height - 10}h${scale.px}`} className="field-sketch-scale" />
        <text x={12} y={height - 16} className="field-sketch-scale-text">
          {field.metres(scale.metres)}
        </text>
      </svg>
      <figcaption className="field-hint">{text.sketch}</figcaption>
    </figure>
  );
}
