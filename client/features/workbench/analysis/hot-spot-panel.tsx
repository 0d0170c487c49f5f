import { useQuery } from "@tanstack/react-query";
import type { HotSpotProperties, HotSpots } from "../../../../domain/contract/hot-spots.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { hotSpotsQuery } from "../../../api/analysis-queries.ts";
import { placesQuery } from "../../../api/queries.ts";
import { partsOf } from "../../../map/hot-spot-style.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useFilter } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import type { Text } from "../../../text/zh-cn.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { HotSpotMark } from "./hot-spot-mark.tsx";
import { bboxText, boundsOfRing } from "./places-within.ts";
import { RecurringRows } from "./recurring-rows.tsx";
import { StepBars } from "./step-bars.tsx";

/** Recurring places of one square: how many are counted, and of those listed. */
const [MOST, LISTED] = [500, 20];

/** A square of the emerging hot spots: its pattern in a sentence, its steps, its figures, and the places in it. */
export function HotSpotPanel({ id }: { readonly id: string }) {
  const text = useText();
  const filter = useFilter();
  const { data, error, isPending, refetch } = useQuery(hotSpotsQuery(filter));
  const square = data?.features.find(({ properties }) => properties.id === id);
  const isEmpty = data !== undefined && square === undefined;
  return (
    <AsyncState
      isLoading={isPending}
      error={error}
      isEmpty={isEmpty}
      empty={text.analysis.nothingHere}
      lines={8}
      onRetry={() => void refetch()}
    >
      {data && square && (
        <>
          <Pattern properties={square.properties} data={data} />
          <Steps properties={square.properties} data={data} />
          <Figures properties={square.properties} data={data} />
          <PlacesInside ring={square.geometry.coordinates[0] as [number, number][]} />
        </>
      )}
    </AsyncState>
  );
}

type SquareProps = { readonly properties: HotSpotProperties; readonly data: HotSpots };

function Pattern({ properties, data }: SquareProps) {
  const text = useText();
  const { category } = properties;
  const { cellM, steps, stepDays } = data;
  return (
    <header className="drawer-title">
      <h2>
        {category !== "no_pattern" && <HotSpotMark pattern={category} />}
        {category === "no_pattern"
          ? text.hotSpots.noPattern
          : text.hotSpots.patterns[category].name}
      </h2>
      <p>{text.hotSpots.basis(cellM, steps, stepDays)}</p>
      <p className="description">{sentenceOf(properties, data.steps, text)}</p>
    </header>
  );
}

function sentenceOf(
  { category, hotSteps, coldSteps }: HotSpotProperties,
  steps: number,
  { hotSpots: text }: Text,
): string {
  if (category === "no_pattern") return text.noPatternSentence;
  const { course, side } = partsOf(category);
  const [own, other] = side === "hot" ? [hotSteps, coldSteps] : [coldSteps, hotSteps];
  return text.sentences[course](text.sides[side], own, steps, other);
}

function Steps({ properties: { counts }, data: { from, stepDays, asOf } }: SquareProps) {
  const text = useText();
  const format = useCityFormat();
  const start = Date.parse(from);
  const dayOf = (step: number) => format.date(start + step * stepDays * DAY_MS);
  const bars = counts.map((value, step) => {
    const to = step === counts.length - 1 ? format.date(Date.parse(asOf)) : dayOf(step + 1);
    const key = dayOf(step);
    return { key, value, label: text.hotSpots.stepOf(key, to, value) };
  });
  return (
    <>
      <header className="section-title">
        <h3>{text.hotSpots.perStep}</h3>
        <span>{text.unit.times}</span>
      </header>
      <StepBars
        bars={bars}
        label={text.hotSpots.perStep}
        ends={[dayOf(0).slice(2), format.date(Date.parse(asOf)).slice(2)]}
      />
    </>
  );
}

function Figures({ properties, data }: SquareProps) {
  const text = useText();
  const { z, p, trend, count, hotSteps, coldSteps } = properties;
  const facts = [
    [text.hotSpots.returns, String(count)],
    [text.hotSpots.steps, text.hotSpots.counted(hotSteps, coldSteps, data.steps)],
    [text.hotSpots.lastZ, z.toFixed(2)],
    [text.hotSpots.lastP, pText(p)],
    [
      text.hotSpots.trendName,
      text.hotSpots.trend(text.hotSpots.trends[trend.direction], pText(trend.p)),
    ],
  ] as const;
  return (
    <dl className="facts-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PlacesInside({ ring }: { readonly ring: readonly (readonly [number, number])[] }) {
  const text = useText();
  const filter = useFilter();
  const { data } = useQuery(placesQuery({ ...filter, bbox: bboxText(boundsOfRing(ring)) }, MOST));
  const returns = data?.places.reduce((sum, { k }) => sum + k, 0) ?? 0;
  return (
    <>
      <header className="section-title">
        <h3>{text.hotSpots.inside}</h3>
        <span>{data && text.analysis.placesAndReturns(data.total, returns)}</span>
      </header>
      {data && <RecurringRows places={data.places.slice(0, LISTED)} />}
    </>
  );
}

function pText(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}
