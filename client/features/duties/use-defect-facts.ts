import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import { count } from "../../../domain/text/count.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { holderOf } from "./duty-task.ts";

/** Since when, who, how much ground: in one line. */
export function useDefectFacts(defect: DutyDefectBody): string {
  const text = useDutiesText();
  const words = text.duties.defects;
  const format = useCityFormat();
  const { kind, others, duties, from, to, areaM2 } = defect;
  const day = (iso: string) => format.date(format.instant(iso));
  const isUnheld = kind === "zone-without-lead" || kind === "section-without-chief";
  const facts = [
    isUnheld && (from === null ? words.never : words.since(day(from))),
    !isUnheld && from !== null && words.days(day(from), to === null ? text.duties.still : day(to)),
    duties.map(holderOf).join(" → "),
    others.map(({ name }) => name).join("、"),
    areaM2 !== null && words.area(count(Math.round(areaM2))),
  ];
  return facts.filter((fact) => fact).join(" · ");
}
