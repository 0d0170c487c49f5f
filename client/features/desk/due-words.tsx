import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDeskText } from "../../text/desk-text.ts";

/** 超期 2 天, 剩 3 时, 计时暂停: what the time limit of an open case says now. */
export function DueWords({ problem }: { readonly problem: ProblemFeature }) {
  const { due } = useDeskText().desk;
  const { list } = useDeskText();
  const format = useCityFormat();
  const { clock, city } = useRunning();
  const { status, state, isOverdue, dueAt, closedAt, isHardDeduction } = problem.properties;
  if (status === "closed") return <em>{list.closedOn(format.day(closedAt ?? ""))}</em>;
  if (isHardDeduction) return <em>{due.untimed}</em>;
  if (dueAt === null) {
    const isBefore = state === "reported" || state === "accepted";
    return <em>{isBefore ? due.notStarted : due.stopped}</em>;
  }
  const left = Date.parse(dueAt) - Date.parse(clock.liveAt ?? city.now);
  if (isOverdue) return <em className="is-overdue">{due.over(format.span(-left))}</em>;
  return <em>{due.left(format.span(left))}</em>;
}
