import { setImmediate } from "node:timers/promises";
import type { City } from "../city/city.ts";
import { fitPriors } from "../recurrence-index/fit-priors.ts";
import type { StoredPrior } from "../storage/storage.ts";
import type { ServiceContext } from "./service-context.ts";

/** Fits the prior of every category on what is known now, keeps it, and measures with it from then on. */
export async function refitPriors({
  city,
  actor,
}: ServiceContext): Promise<readonly StoredPrior[]> {
  const { tree } = city.tables;
  const fittedAt = city.now();
  const fitted = await fitPriors(city.recurrence, fittedAt, () => setImmediate());
  const priors = fitted.map(
    ({ category, quietDays: _, isPooled, isGiven, ...rest }): StoredPrior => {
      const fit = isPooled ? "pooled" : "fitted";
      return { ...rest, category: tree.at(category).code, kind: isGiven ? "given" : fit, fittedAt };
    },
  );
  await city.change(async () => {
    await city.storage.write(async (writer) => {
      await writer.savePriors(priors);
      await writer.audit({
        at: fittedAt,
        actor,
        action: "fit",
        entity: "prior",
        entityId: "",
        before: null,
        after: priors.map(({ category, alpha, betaDays }) => ({ category, alpha, betaDays })),
      });
    });
  });
  return priors;
}

/** Takes the stored priors into the index. What the pack gives goes before what was fitted. */
export function applyPriors({ priors, recurrence, tables }: City): void {
  const byCode = new Map<string, StoredPrior>(priors.map((prior) => [prior.category, prior]));
  recurrence.setPriors(
    tables.tree.list.map(({ code, prior }, category) => {
      return prior ?? byCode.get(code) ?? recurrence.priorOf(category);
    }),
  );
}
