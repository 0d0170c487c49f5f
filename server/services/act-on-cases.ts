import type { Viewer } from "../../domain/account.ts";
import { refusalOf } from "../../domain/case/allowed-acts.ts";
import type { CaseAct } from "../../domain/case/case-acts.ts";
import { afterStep, type CaseFile } from "../../domain/case/case-file.ts";
import type { CaseRefusal } from "../../domain/case/case-refusal.ts";
import type { ActInput, CaseStep } from "../../domain/case/case-step.ts";
import { projected } from "../../domain/case/project-case.ts";
import { type ActContext, takeAct } from "../../domain/case/take-act.ts";
import { DomainError } from "../../domain/errors.ts";
import type { ProblemId } from "../../domain/ids.ts";
import { isClosedAt, isDropped, type Photo, type StoredProblem } from "../../domain/problem.ts";
import type { City } from "../city/city.ts";
import type { StoredOrder } from "../storage/storage.ts";
import { type LoadedCase, loadCases } from "./case-files.ts";
import { draftReport, keepReport, type ReportDraft } from "./create-problem.ts";
import { nextOrderNumbers } from "./order-numbers.ts";

/** One act on one or many problems, all with the same input. */
export type CaseRequest = {
  readonly act: CaseAct;
  readonly ids: readonly string[];
  /** Without a unit a dispatch goes to the unit that duties name, each problem to its own. */
  readonly input: ActInput;
  /** Makes uploads pictures of the city; called when an act is taken, and for nothing that is refused. */
  readonly attach: () => Promise<readonly Photo[]>;
  /** Versions that the caller saw; those not named are taken as they stand. */
  readonly versions?: ReadonlyMap<string, number>;
  /** Says what would become of it and changes nothing. */
  readonly isPreview: boolean;
  /** What of the city the caller may see. */
  readonly sees: (problem: StoredProblem) => boolean;
};

/** What became of one problem. */
export type CaseResult = {
  readonly id: string;
  readonly refusal: CaseRefusal | "not-found" | "stale-version" | null;
  /** After the act, or as it stands where it was refused; null: there is none to be seen. */
  readonly problem: StoredProblem | null;
  readonly file: CaseFile | null;
  readonly step: CaseStep | null;
};

export type CaseOutcome = {
  readonly results: readonly CaseResult[];
  /** Work orders that were issued. */
  readonly orders: readonly StoredOrder[];
};

type Planned = {
  readonly loaded: LoadedCase;
  readonly step: CaseStep;
  readonly file: CaseFile;
  readonly after: StoredProblem;
};

/**
 * Takes one act on every problem that allows it and says of the others why not; all that are taken are kept together, each
 * with its step and an audit row. A relapse found by a visit makes a new report of the same kind at the same spot. Throws
 * a refusal for several visits at once.
 */
export function actOnCases(city: City, viewer: Viewer, request: CaseRequest): Promise<CaseOutcome> {
  const ids = [...new Set(request.ids)];
  if (request.act === "record-visit" && ids.length > 1) {
    throw new DomainError("bad-body", { path: "ids", problem: "one visit at a time" });
  }
  return city.change(async () => {
    const found = (await city.storage.problemsById(ids)).filter(request.sees);
    const cases = new Map((await loadCases(city, found)).map((each) => [each.problem.id, each]));
    const target = await openTarget(city, request);
    const context: PlanContext = { city, viewer, request, target, at: city.now() };
    const [planned, results]: [Planned[], CaseResult[]] = [[], []];
    for (const id of ids) {
      const loaded = cases.get(id as ProblemId);
      const plan = loaded ? planOf(context, loaded) : null;
      if (plan !== null && typeof plan === "object") planned.push(plan);
      results.push(resultOf(id, loaded, plan));
    }
    if (request.isPreview || planned.length === 0) return { results, orders: [] };
    const photos = await request.attach();
    const pictured = planned.map((plan) => rewritten(plan, { photos }));
    const issued = await withOrders(city, viewer, pictured);
    const kept = await keep(context, issued.planned, issued.orders);
    const byId = new Map(kept.map((each) => [each.loaded.problem.id as string, each]));
    return {
      results: results.map((result) => ({ ...result, ...doneOf(byId.get(result.id)) })),
      orders: issued.orders,
    };
  });
}

type PlanContext = {
  readonly city: City;
  readonly viewer: Viewer;
  readonly request: CaseRequest;
  /** The problem to merge into, where there is one that takes it. */
  readonly target: StoredProblem | null;
  readonly at: number;
};

async function openTarget(
  city: City,
  { act, input, sees }: CaseRequest,
): Promise<StoredProblem | null> {
  if (act !== "merge" || input.mergedInto === undefined) return null;
  const [target] = await city.storage.problemsById([input.mergedInto]);
  const isOpen =
    target !== undefined &&
    sees(target) &&
    !isDropped(target.state) &&
    !isClosedAt(target.closings, city.now());
  return isOpen ? target : null;
}

function planOf(context: PlanContext, loaded: LoadedCase): Planned | CaseResult["refusal"] {
  const { city, viewer, request, target, at } = context;
  const { problem, file, limit, dutyUnitId } = loaded;
  const seen = request.versions?.get(problem.id);
  if (seen !== undefined && seen !== problem.version) return "stale-version";
  const isOwnDispatch = request.act === "dispatch" && request.input.unitId === undefined;
  const input = isOwnDispatch
    ? { ...request.input, unitId: dutyUnitId ?? undefined }
    : request.input;
  const settings = city.pack.manifest.settings.case;
  const acting: ActContext = {
    at,
    isDutyUnit: input.unitId !== undefined && input.unitId === dutyUnitId,
    isTargetOpen: target !== null,
    id: crypto.randomUUID(),
    calendar: city.workTime,
    limit,
    settings,
  };
  const refusal = refusalOf(file, request.act, viewer, input, acting);
  if (refusal !== null) return refusal;
  const step = takeAct(file, request.act, viewer, input, acting);
  const after = afterStep(file, step);
  return { loaded, step, file: after, after: problemAfter(problem, after, step) };
}

function problemAfter(problem: StoredProblem, file: CaseFile, step: CaseStep): StoredProblem {
  return { ...problem, ...projected(problem, file, step), version: problem.version + 1 };
}

function resultOf(
  id: string,
  loaded: LoadedCase | undefined,
  plan: Planned | CaseResult["refusal"],
): CaseResult {
  if (!loaded) return { id, refusal: "not-found", problem: null, file: null, step: null };
  const { problem, file } = loaded;
  if (plan !== null && typeof plan === "object") return { id, refusal: null, ...doneOf(plan) };
  return { id, refusal: plan, problem, file, step: null };
}

function doneOf(plan: Planned): Pick<CaseResult, "problem" | "file" | "step">;
function doneOf(plan: Planned | undefined): Partial<CaseResult>;
function doneOf(plan: Planned | undefined): Partial<CaseResult> {
  return plan ? { problem: plan.after, file: plan.file, step: plan.step } : {};
}

/** A work order 交办单 a unit, for all that is dispatched to it at once. */
async function withOrders(city: City, viewer: Viewer, planned: readonly Planned[]) {
  const units = [...new Set(planned.flatMap(({ step }) => step.unitId ?? []))];
  const numbers = await nextOrderNumbers(city, units.length);
  const orders = units.map((unitId, i): StoredOrder => {
    const number = numbers[i] ?? "";
    return {
      number,
      unitId,
      issuedAt: city.now(),
      account: viewer.account,
      actorName: viewer.name,
    };
  });
  const numberOf = new Map(orders.map(({ unitId, number }) => [unitId, number]));
  return {
    orders,
    planned: planned.map((plan) => {
      const orderNumber = numberOf.get(plan.step.unitId ?? "");
      return orderNumber === undefined ? plan : rewritten(plan, { orderNumber });
    }),
  };
}

function rewritten(plan: Planned, change: Partial<CaseStep>): Planned {
  const step = { ...plan.step, ...change };
  const file = afterStep(plan.loaded.file, step);
  return { ...plan, step, file, after: problemAfter(plan.loaded.problem, file, step) };
}

async function keep(
  { city, viewer }: PlanContext,
  planned: readonly Planned[],
  orders: readonly StoredOrder[],
): Promise<readonly Planned[]> {
  return city.storage.write(async (writer) => {
    for (const order of orders) await writer.addWorkOrder(order);
    const kept: Planned[] = [];
    for (const each of planned) {
      const draft = relapseOf(city, each);
      const plan = draft ? rewritten(each, { followUpId: draft.problem.id }) : each;
      if (draft) await keepReport(city, writer, draft, viewer.account);
      await writer.saveCaseStart(plan.loaded.start);
      await writer.addCaseSteps([plan.step]);
      await writer.updateProblem(plan.after);
      await writer.audit({
        at: plan.step.at,
        actor: viewer.account,
        action: plan.step.act,
        entity: "problem",
        entityId: plan.after.id,
        before: plan.loaded.problem,
        after: { ...plan.after, ...saidIn(plan.step) },
      });
      kept.push(plan);
    }
    return kept;
  });
}

function saidIn({ reason, note }: CaseStep): Record<string, string> {
  return { ...(reason !== null && { reason }), ...(note !== null && { note }) };
}

/** The report that a relapse is answered with. */
function relapseOf(city: City, { step, loaded }: Planned): ReportDraft | null {
  if (step.outcome !== "relapsed") return null;
  const { category, position, address, assetId } = loaded.problem;
  const { sources } = city.tables;
  return draftReport(
    city,
    {
      clientId: `follow-up:${step.id}`,
      category,
      position: position && [position[0], position[1]],
      source: sources.find((code) => code === "follow-up") ?? sources[0] ?? "follow-up",
      description: step.note ?? "",
      address: address ?? undefined,
      assetId: assetId ?? undefined,
    },
    step.photos.map((photo) => ({ ...photo, kind: "before" as const })),
  );
}
