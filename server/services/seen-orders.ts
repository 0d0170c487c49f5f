import { isOverdueAt, type StoredProblem } from "../../domain/problem.ts";
import type { City } from "../city/city.ts";
import type { StoredOrder } from "../storage/storage.ts";
import { type LoadedCase, loadCases } from "./case-files.ts";

/** Orders that are looked through for open ones. */
const LOOKED_AT_MOST = 2000;
const PROBLEMS_AT_ONCE = 1000;

/** A problem on an order: its case as it stands, and the deadline that it was handed over with. */
export type OrderedCase = LoadedCase & { readonly dueAtIssue: number | null };

/** An order as somebody sees it: with what of it they see, in the order it was handed over. */
export type SeenOrder = { readonly order: StoredOrder; readonly cases: readonly OrderedCase[] };

type Asked = {
  readonly unitIds: readonly string[] | null;
  /** Only those with something not rectified yet. */
  readonly isOpenOnly: boolean;
  readonly limit: number;
  readonly sees: (problem: StoredProblem) => boolean;
};

/** Newest first. An order is seen by whoever sees a problem of it. */
export async function seenOrders(
  city: City,
  { unitIds, isOpenOnly, limit, sees }: Asked,
): Promise<SeenOrder[]> {
  const shown: SeenOrder[] = [];
  const isShown = (each: SeenOrder) =>
    each.cases.length > 0 && (!isOpenOnly || each.cases.some((one) => isToDo(each, one)));
  let looked = 0;
  for (let most = limit; ; most = Math.min(LOOKED_AT_MOST, 2 * most)) {
    const orders = await city.storage.workOrders({ ...(unitIds && { unitIds }), limit: most });
    shown.push(...(await withCases(city, orders.slice(looked), sees)).filter(isShown));
    looked = orders.length;
    if (shown.length >= limit || orders.length < most || most >= LOOKED_AT_MOST)
      return shown.slice(0, limit);
  }
}

/** Null for an order that there is not, or of which nothing is seen. */
export async function seenOrder(
  city: City,
  number: string,
  sees: (problem: StoredProblem) => boolean,
): Promise<SeenOrder | null> {
  const orders = await city.storage.workOrders({ numbers: [number], limit: 1 });
  const [found] = await withCases(city, orders, sees);
  return found && found.cases.length > 0 ? found : null;
}

/** Whether a problem is still to be done under this order: neither rectified nor handed on since. */
export function isToDo({ order }: SeenOrder, { file }: OrderedCase): boolean {
  const isHeld = file.state === "dispatched" || file.state === "suspended";
  return isHeld && file.orderNumber === order.number;
}

/** Counts of an order as of now; the next deadline is one that is not over. */
export function orderFigures(seen: SeenOrder, t: number) {
  const open = seen.cases.filter((each) => isToDo(seen, each));
  const coming = open.flatMap(({ file }) => file.dueAt ?? []).filter((dueAt) => dueAt >= t);
  return {
    problems: seen.cases.length,
    open: open.length,
    overdue: open.filter(({ problem }) => isOverdueAt(problem, t)).length,
    nextDueAt: coming.length > 0 ? Math.min(...coming) : null,
  };
}

async function withCases(
  city: City,
  orders: readonly StoredOrder[],
  sees: (problem: StoredProblem) => boolean,
): Promise<SeenOrder[]> {
  const steps = await city.storage.stepsOfOrders(orders.map(({ number }) => number));
  const ids = [...new Set(steps.map(({ problemId }) => problemId))];
  const byId = new Map((await casesById(city, ids, sees)).map((each) => [each.problem.id, each]));
  const stepsOf = Map.groupBy(steps, ({ orderNumber }) => orderNumber);
  return orders.map((order) => ({
    order,
    cases: (stepsOf.get(order.number) ?? []).flatMap(({ problemId, clock }) => {
      const found = byId.get(problemId);
      return found ? [{ ...found, dueAtIssue: clock.dueAt }] : [];
    }),
  }));
}

/** Of those that are seen, a thousand at a time. */
export async function casesById(
  city: City,
  ids: readonly string[],
  sees: (problem: StoredProblem) => boolean,
): Promise<LoadedCase[]> {
  const cases: LoadedCase[] = [];
  for (let from = 0; from < ids.length; from += PROBLEMS_AT_ONCE) {
    const some = await city.storage.problemsById(ids.slice(from, from + PROBLEMS_AT_ONCE));
    cases.push(...(await loadCases(city, some.filter(sees))));
  }
  return cases;
}
