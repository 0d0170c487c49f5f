import type { NewProblemBody } from "../../domain/contract/problems.ts";
import { ProblemId } from "../../domain/ids.ts";
import type { Photo, StoredProblem } from "../../domain/problem.ts";
import type { PlaceChange } from "../../domain/recurrence/place-anchor.ts";
import { HOUR_MS } from "../../domain/time.ts";
import { type City, proposePlace } from "../city/city.ts";
import type { StorageWriter } from "../storage/storage.ts";
import { checkedCategory, checkedPosition, checkedSource, checkedTime } from "./checked-input.ts";
import type { ServiceContext } from "./service-context.ts";
import { storedPlace } from "./stored-place.ts";

export type CreatedProblem = { readonly problem: StoredProblem; readonly isNew: boolean };

/** Hands over the pictures of a report. Called when nothing else can be refused any more: then they can be read. */
export type AttachPhotos = () => Promise<readonly Photo[]>;

/**
 * Accepts a report. The same clientId again answers the problem that it made the first time and changes nothing; durable
 * before it is answered. Throws a DomainError for unknown codes, a time in the future, a position off the map.
 */
export function createProblem(
  { city, actor }: ServiceContext,
  input: NewProblemBody,
  attach: AttachPhotos = async () => [],
): Promise<CreatedProblem> {
  return city.change(async () => {
    const known = await city.storage.problemByClientId(input.clientId);
    if (known) return { problem: known, isNew: false };
    const { problem: report, placed } = draftReport(city, input);
    const draft = { placed, problem: { ...report, photos: await attach() } };
    const problem = await city.storage.write((writer) => keepReport(city, writer, draft, actor));
    return { problem, isNew: true };
  });
}

/** A report that is not kept yet, with the place it would belong to. Call it inside a change. */
export type ReportDraft = {
  readonly problem: Omit<StoredProblem, "seq" | "version">;
  readonly placed: PlaceChange | null;
};

/** Throws a DomainError for unknown codes, a time in the future, a position off the map. */
export function draftReport(
  city: City,
  input: NewProblemBody,
  photos: readonly Photo[] = [],
): ReportDraft {
  const category = checkedCategory(city, input.category);
  const reportedAt = checkedTime(city, "reportedAt", input.reportedAt);
  const dueHours = city.tables.tree.list[city.tables.categoryOrdinal(category)]?.dueHours;
  const draft = {
    category,
    source: checkedSource(city, input.source),
    position: input.position ? checkedPosition(city, input.position) : null,
    reportedAt,
    dueAt: dueHours === undefined ? null : reportedAt + Math.round(dueHours * HOUR_MS),
    closings: [],
    state: "reported" as const,
    description: input.description?.trim() ?? "",
    address: input.address?.trim() || null,
    assetId: input.assetId?.trim() || null,
    isHardDeduction: false,
    assignedUnitId: null,
    photos,
    id: freshId(city, reportedAt),
    clientId: input.clientId,
  };
  const placed = proposePlace(city, draft);
  return { problem: { ...draft, placeId: placed?.place ?? null }, placed };
}

/** Keeps a report with its place and an audit row. */
export async function keepReport(
  city: City,
  writer: StorageWriter,
  { problem, placed }: ReportDraft,
  actor: string,
): Promise<StoredProblem> {
  if (placed) await writer.savePlaces([storedPlace(city, placed)]);
  const [seq = 0] = await writer.insertProblems([{ ...problem, isPlacePending: false }]);
  await writer.audit({
    at: city.now(),
    actor,
    action: "report",
    entity: "problem",
    entityId: problem.id,
    before: null,
    after: problem,
  });
  return { ...problem, seq, version: 1 };
}

/** Day of the report and the running number of the city, so that it can be read out on the phone. */
function freshId(city: City, reportedAt: number): ProblemId {
  const day = city.clock.toDate(reportedAt).replaceAll("-", "");
  for (let number = city.problems.size + 1; ; number++) {
    const id = `${day}-${String(number).padStart(5, "0")}`;
    if (city.problems.serialOf(id) === undefined) return ProblemId.parse(id);
  }
}
