import type { AdRoadDetail } from "../../../../domain/contract/ads.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { chainageWords } from "../chainage.ts";

const WIDTH = 320;
const HEIGHT = 56;
const AXIS_Y = 28;
const EDGE = 6;
/** How far beside the axis an ad is drawn. */
const ASIDE = 8;
/** Shorter stretches are drawn without their length, which the table of steps and the map have. */
const LABEL_PX = 44;

/** The road drawn straight, piece by piece: ads on their side, empty stretches that are too long dashed. */
export function RoadStrip({ road }: { readonly road: AdRoadDetail }) {
  const text = useAdsText().ads.road;
  const longestM = Math.max(1, ...road.pieces);
  const x = (metres: number) => EDGE + (metres / longestM) * (WIDTH - 2 * EDGE);
  const longestGapM = Math.max(0, ...road.stretches.map(({ length }) => length));
  return (
    <figure className="ads-strip">
      {road.pieces.map((lengthM, piece) => (
        <svg
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
          key={piece}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={text.strip(piece + 1, Math.round(lengthM), Math.round(longestGapM))}
        >
          <line x1={x(0)} x2={x(lengthM)} y1={AXIS_Y} y2={AXIS_Y} className="axis" />
          {road.stretches
            .filter((stretch) => stretch.piece === piece && stretch.isTooLong)
            .map(({ from, to, length }) => (
              <g key={from}>
                <line
                  x1={x(from)}
                  x2={x(Math.min(to, lengthM))}
                  y1={AXIS_Y}
                  y2={AXIS_Y}
                  className="gap"
                />
                {x(to) - x(from) >= LABEL_PX && (
                  <text x={(x(from) + x(Math.min(to, lengthM))) / 2} y={11} textAnchor="middle">
                    {Math.round(length)} m
                  </text>
                )}
              </g>
            ))}
          {road.ads
            .filter((ad) => ad.piece === piece)
            .map(({ id, chainage, side, counts, isPlanned }) => (
              <circle
                key={id}
                cx={x(chainage)}
                cy={AXIS_Y - side * ASIDE}
                r={3}
                className={isPlanned ? "planned" : counts ? "counted" : "other"}
              />
            ))}
          <text x={x(0)} y={HEIGHT - 3}>
            {chainageWords(0)}
          </text>
          <text x={x(lengthM)} y={HEIGHT - 3} textAnchor="end">
            {chainageWords(lengthM)}
          </text>
        </svg>
      ))}
      <figcaption>{text.stripHint}</figcaption>
    </figure>
  );
}
