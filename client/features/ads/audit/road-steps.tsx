import type { AdRoadDetail } from "../../../../domain/contract/ads.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsText } from "../../../text/ads-text.ts";

/** The arithmetic of a road: each line one step, its result at the right. */
export function RoadSteps({ road }: { readonly road: AdRoadDetail }) {
  const text = useAdsText().ads.road;
  const steps = useSteps(road);
  return (
    <table className="ads-steps" data-testid="ads-road-steps">
      <caption className="visually-hidden">{text.steps.title}</caption>
      <tbody>
        {steps.map(({ id, words, result, isBad }) => (
          <tr key={id} className={isBad ? "is-short" : ""}>
            <th scope="row">{text.steps.names[id]}</th>
            <td>{words}</td>
            <td className="number">{result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type StepId = "length" | "required" | "count" | "shortage" | "density" | "gap" | "sides";
type Step = {
  readonly id: StepId;
  readonly words: string;
  readonly result: string;
  readonly isBad?: boolean;
};

function useSteps(road: AdRoadDetail): Step[] {
  const text = useAdsText().ads.road.steps;
  const { lengthM, rawLengthM, pieces, required, shortage, maxGapM, sides } = road;
  const longestM = Math.max(0, ...road.stretches.map(({ length }) => length));
  const hosted = road.ads.filter(({ counts }) => counts).length;
  const isTooLong = road.stretches.some((stretch) => stretch.isTooLong);
  const steps: Step[] = [
    {
      id: "length",
      words: text.length(
        rawLengthM > lengthM + 1 ? count(Math.round(rawLengthM)) : null,
        pieces.length,
        road.isClosed,
      ),
      result: `${count(Math.round(lengthM))} m`,
    },
    { id: "required", words: requiredWords(road, text), result: count(required) },
    { id: "count", words: text.count(road.ads.length - hosted), result: count(road.count) },
    {
      id: "shortage",
      words: text.shortage(count(required), count(road.count)),
      result: count(shortage),
      isBad: shortage > 0,
    },
    {
      id: "density",
      words: text.density(count(road.count), (lengthM / 1000).toFixed(3)),
      result: lengthM === 0 ? "—" : ((1000 * road.count) / lengthM).toFixed(2),
    },
  ];
  if (maxGapM !== null) {
    const result = `${count(Math.round(longestM))} m`;
    steps.push({ id: "gap", words: text.gap(count(maxGapM)), result, isBad: isTooLong });
  }
  if (sides) {
    const { need, left, right } = sides;
    const isBad = left < need || right < need;
    steps.push({
      id: "sides",
      words: text.sides(count(need)),
      result: `${left} / ${right}`,
      isBad,
    });
  }
  return steps;
}

/** 8 处/km × 1.234 km = 9.872，进一取整; and why it came out otherwise. */
function requiredWords(
  { perKm, lengthM, exact, rounding, minLengthM, minCount, required }: AdRoadDetail,
  text: ReturnType<typeof useAdsText>["ads"]["road"]["steps"],
): string {
  if (lengthM < minLengthM) return text.tooShort(count(minLengthM));
  const rounded = { ceil: Math.ceil, round: Math.round, floor: Math.floor }[rounding](exact);
  const digits = exactDigits(exact);
  const km = (lengthM / 1000).toFixed(digits + 2);
  const formula = text.formula(perKm, km, exact.toFixed(digits));
  const words = `${formula}${text.rounding[rounding]}`;
  return required > rounded ? `${words}${text.atLeast(minCount)}` : words;
}

/** Two decimals, or as many as the audit has where two would hide why it was rounded. */
function exactDigits(exact: number): number {
  return !Number.isInteger(exact) && Number.isInteger(Number(exact.toFixed(2))) ? 6 : 2;
}
