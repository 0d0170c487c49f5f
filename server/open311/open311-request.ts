import type { Open311Request } from "../../domain/contract/open311.ts";
import { isClosedAt, isDropped, type StoredProblem } from "../../domain/problem.ts";
import { type Reader, shownWords } from "../access/shown-problem.ts";
import type { City } from "../city/city.ts";

/** To whom a request is shown. */
export type Open311Reader = Reader & {
  /** What addresses of photos begin with; null: photos are not for this reader. */
  readonly photoBase: string | null;
};

/** A report as GeoReport v2 has it. `changedAt`: of its last act on record, where there was any. */
export function open311Request(
  city: City,
  problem: StoredProblem,
  reader: Open311Reader,
  changedAt: number | undefined,
): Open311Request {
  const { clock, tables } = city;
  const now = city.now();
  const iso = (t: number | null) => (t === null ? null : clock.toIso(t));
  const { description, address } = shownWords(reader, problem);
  const ordinal = tables.tree.ordinalOf(problem.category);
  const [photo] = problem.photos;
  return {
    service_request_id: problem.id,
    status: open311Status(problem, now),
    status_notes: notesOf(problem),
    service_name: ordinal === undefined ? problem.category : tables.tree.at(ordinal).name,
    service_code: problem.category,
    description: description || null,
    agency_responsible: unitOf(city, problem, now),
    service_notice: null,
    requested_datetime: clock.toIso(problem.reportedAt),
    updated_datetime: clock.toIso(updatedAt(problem, now, changedAt)),
    expected_datetime: iso(problem.dueAt),
    address: address || null,
    address_id: null,
    zipcode: null,
    lat: problem.position?.[1] ?? null,
    long: problem.position?.[0] ?? null,
    media_url:
      photo && reader.photoBase !== null
        ? `${reader.photoBase}/api/photos/${encodeURIComponent(photo.file)}`
        : null,
  };
}

/** What is withdrawn or rejected waits for nobody any more. */
export function open311Status(
  { state, closings }: Pick<StoredProblem, "state" | "closings">,
  t: number,
): "open" | "closed" {
  return isDropped(state) || isClosedAt(closings, t) ? "closed" : "open";
}

/** Of a closed one when it was closed, as the specification wants it; else of whatever happened last. */
export function updatedAt(
  { closings, reportedAt, state }: Pick<StoredProblem, "closings" | "reportedAt" | "state">,
  t: number,
  changedAt = reportedAt,
): number {
  const last = closings.findLast(({ closedAt }) => closedAt <= t);
  if (last && !isDropped(state) && isClosedAt(closings, t)) return last.closedAt;
  return Math.max(reportedAt, changedAt, last?.reopenedAt ?? last?.closedAt ?? reportedAt);
}

function notesOf({ state, isHardDeduction }: StoredProblem): string | null {
  if (state === "withdrawn") return "已撤回";
  if (state === "rejected") return "不予受理";
  if (state === "suspended") return "已挂账";
  return isHardDeduction ? "硬扣分项，不计时" : null;
}

/** The unit that it was handed to, else the one whose duty the ground is. */
function unitOf(city: City, problem: StoredProblem, t: number): string | null {
  const { position, assignedUnitId, category } = problem;
  const answering =
    assignedUnitId === null && position
      ? city.tables.registry.answerableAt(position[0], position[1], category, t)
      : [];
  const body = answering.find(({ duty }) => duty.role === "implementing-unit");
  const id = assignedUnitId ?? body?.duty.unitId ?? null;
  return city.pack.units.find((unit) => unit.id === id)?.name ?? null;
}
