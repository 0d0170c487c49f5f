import type { RecurrencePlace } from "../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../domain/recurrence/params.ts";
import type { Text } from "../text/zh-cn.ts";

export type PlaceFigure = {
  readonly key: "lambda30" | "ownK" | "confidence" | "relapse";
  readonly value: string;
  /** Stands beside the number, smaller. */
  readonly unit: string;
  readonly caption: string;
  /** How sure it is, or whose measure. */
  readonly note: string;
  /** What the figure means and how it is made. */
  readonly definition: string;
};

/** The four figures of a place, the same words on the panel and on paper. */
export function placeFigures(
  place: RecurrencePlace,
  settings: RecurrenceSettings,
  { figures, place: words }: Pick<Text, "figures" | "place">,
): readonly PlaceFigure[] {
  const { relapse, confidence, confidenceLevel } = place;
  const { relapseDays, windowDays, halfLifeDays } = settings;
  const { high, medium } = settings.confidence;
  return [
    {
      key: "lambda30",
      value: place.lambda30.toFixed(1),
      unit: "",
      caption: figures.perDays,
      note: words.own,
      definition: `${figures.lambda30(halfLifeDays)} ${words.ownHint}`,
    },
    {
      key: "ownK",
      value: String(place.ownK),
      unit: "",
      caption: figures.returns(windowDays),
      note: "",
      definition: figures.ownK(windowDays) + figures.quick(place.quick, settings.quickDays),
    },
    {
      key: "confidence",
      value: figures.levels[confidenceLevel],
      unit: "",
      caption: figures.levelRange[confidenceLevel](percent(medium), percent(high)),
      note: "",
      definition: figures.confidence(probability(confidence)),
    },
    {
      key: "relapse",
      value: relapse.n === 0 ? "—" : `${relapse.x} / ${relapse.n}`,
      unit: relapse.n === 0 ? "" : figures.closings,
      caption: relapse.n === 0 ? figures.noFollowUp(relapseDays) : figures.notHeld(relapseDays),
      note: wilsonText(place, figures),
      definition: figures.relapse(relapseDays),
    },
  ];
}

/** 95% 区间 45–93%; empty without a closing. */
export function wilsonText(
  { relapse: { low, high } }: Pick<RecurrencePlace, "relapse">,
  { interval }: Text["figures"],
): string {
  return low === null || high === null ? "" : interval(`${percent(low)}–${percent(high)}%`);
}

/** Never 1: nothing is certain. */
function probability(p: number): string {
  return p > 0.999 ? "> 0.999" : p.toFixed(3);
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}
