import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AdInstance } from "../../domain/ads/ad-instance.ts";
import { networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import { auditReport } from "../../domain/ads/audit/audit-report.ts";
import { checkPlan } from "../../domain/ads/plan/check-plan.ts";
import { type AdObjective, planAds } from "../../domain/ads/plan/plan-ads.ts";
import { planarInstance } from "../../domain/ads/planar-instance.ts";
import { loadHighsSolver } from "../../server/ads/highs-solver.ts";
import { flatFigures } from "./flat-figures.ts";
import type { ReferenceRow, Tolerances } from "./reference-table.ts";
import type { Answer, Suite } from "./suite.ts";

const INSTANCE = /^\d.*\.json$/;
const TIME_LIMIT_S = 120;

/** Given for information, or not one of several right answers. */
const NOT_JUDGED = [
  "lpBoundCount",
  "onePlan",
  "oneCheapestPlan",
  "afterPlan",
  "tolerance",
  "proof",
];

const solve = await loadHighsSolver();

export const adsSuite: Suite = {
  folder: "ads",
  references: INSTANCE,
  read: readExpected,
  answer(folder) {
    const names = readdirSync(folder).filter((name) => INSTANCE.test(name));
    return Object.fromEntries(names.map((name) => [name, attempt(join(folder, name))]));
  },
};

/** An instance that cannot be worked on fails its own file, not the others. */
function attempt(path: string): Answer {
  try {
    return answerOf(path);
  } catch (error) {
    return {
      get rows(): never {
        throw error;
      },
    };
  }
}

/** The instance without what it is expected to lead to. */
function answerOf(path: string): Answer {
  const { expected: _, ...given } = z
    .looseObject({ expected: z.unknown() })
    .parse(JSON.parse(readFileSync(path, "utf8")));
  const instance = AdInstance.parse(given);
  const figures = flatFigures(figuresOf(instance));
  return { rows: [figures], tolerances: tolerancesOf(figures, instance.crs) };
}

function figuresOf(instance: AdInstance) {
  const planar = planarInstance(instance);
  const network = networkOf(planar);
  const survey = surveyAds(planar, network);
  const planned = (objective: AdObjective) => {
    const { budget } = instance;
    const nowMs = () => performance.now();
    const plan = planAds(survey, { objective, budget, solve, timeLimitS: TIME_LIMIT_S, nowMs });
    const faults = checkPlan(planar, network, plan);
    if (faults.length > 0) throw new Error(`plan by ${objective}: ${faults.join("; ")}`);
    return plan;
  };
  const [count, cost] = [planned("count"), planned("cost")];
  const isPossible = count.status !== "infeasible";
  return {
    ...auditReport(survey),
    status: count.status,
    minCount: isPossible ? count.value : null,
    minCost: isPossible ? cost.value : null,
    minUnmet: count.minUnmet ?? null,
    budget: instance.budget ? { maxValue: planned("budget").value } : null,
  };
}

function readExpected(path: string): ReferenceRow[] {
  const { expected } = z
    .looseObject({ expected: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(path, "utf8")));
  const judged = Object.entries(expected).filter(([key]) => !NOT_JUDGED.includes(key));
  const figures = flatFigures(Object.fromEntries(judged));
  return [
    Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, `${value ?? ""}`])),
  ];
}

/** Centimetres where the plane is given, half a percent where it is ours to choose. */
function tolerancesOf(figures: Readonly<Record<string, unknown>>, crs: AdInstance["crs"]) {
  const entries = Object.keys(figures).flatMap((key): [string, Tolerances[string]][] => {
    const isLength = /\.(length|rawLength|longestGap)$/.test(key);
    const isDensity = key.endsWith(".density");
    if (!isLength && !isDensity) return [];
    if (crs !== "local-m") return [[key, { relative: 0.005 }]];
    return [[key, { absolute: isLength ? 0.05 : 0.005 }]];
  });
  return Object.fromEntries(entries);
}
