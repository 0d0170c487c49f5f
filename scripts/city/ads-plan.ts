import { type AdObjective, adObjectives } from "../../domain/ads/plan/plan-ads.ts";
import { DomainError } from "../../domain/errors.ts";
import { startPlan } from "../../server/ads/ad-planner.ts";
import { readAdCity } from "./ads-city.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "ads-plan",
  usage:
    "<pack|instance.json> [--objective count|cost|budget] [--amount <n>] [--time-limit <s>] [--json]",
  summary:
    "规划公益广告点位：数量最少、费用最低或预算内覆盖最多；结果注明是否最优及界限，并经独立校验",
  run: plan,
};

const TIME_LIMIT_S = 300;

async function plan(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("ads-plan", args, ["pack"], {
    objective: { type: "string", default: "count" },
    amount: { type: "string" },
    "time-limit": { type: "string", default: String(TIME_LIMIT_S) },
    json: { type: "boolean", default: false },
  });
  const objective = objectiveNamed(values.objective);
  const timeLimitS = positive("--time-limit", values["time-limit"]);
  const given = await readAdCity(words[0]);
  const amount = values.amount === undefined ? null : positive("--amount", values.amount);
  const budget = amount === null ? given.budget : { weights: {}, ...given.budget, amount };
  if (objective === "budget" && !budget) throw usage("--objective budget: --amount expected");
  const instance = { ...given, ...(budget && { budget }) };
  const { result } = startPlan({ instance, objective, timeLimitS, withGreedy: !values.json });
  const { plan: found, greedy } = await result;
  if (values.json) {
    console.log(JSON.stringify(found));
    return 0;
  }
  const { status, value, bound, cost, actions, minUnmet } = found;
  console.log(`${status}: ${value}（界限 bound ${bound}），${actions.length} 处，费用 ${cost}`);
  if (minUnmet !== undefined) console.log(`无法全部满足，最少仍缺 ${minUnmet}`);
  if (greedy) {
    console.log(`贪心对照：${greedy.count} 处，费用 ${greedy.cost}，仍缺 ${greedy.unmet}`);
  }
  return 0;
}

function objectiveNamed(name: string): AdObjective {
  const objective = adObjectives.find((each) => each === name);
  if (!objective) throw usage(`--objective ${name}: ${adObjectives.join(", ")}`);
  return objective;
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!(value >= 0) || text.trim() === "") throw usage(`${option} ${text}: a number expected`);
  return value;
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "ads-plan", problem });
}
