import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureChineseFont, ensureChromium } from "../browser.ts";
import { startPrivatePostgres } from "../private-postgres.ts";
import { printVerdict } from "../soak/print-verdict.ts";
import { runSoak } from "../soak/run-soak.ts";
import { soakPlan } from "../soak/soak-plan.ts";
import { runTool } from "./run-tool.ts";
import { playwrightCounts, type TestCounts, vitestCounts } from "./test-counts.ts";

/** One part of `npm test`; `run` writes its reports into `folder` and answers what came of it. */
export type TestStep = {
  readonly title: string;
  readonly run: (folder: string) => Promise<StepResult>;
};

/** `note` says more than the counts: why it was left out, what to do. */
export type StepResult = TestCounts & { readonly note?: string };

const PROJECTS = ["tsconfig.node.json", "tsconfig.browser.json", "tsconfig.e2e.json"];

/** Tests of what reads and writes through a storage. */
const OVER_STORAGE = ["routes", "services", "recurrence-index", "access"].map(
  (folder) => `tests/server/${folder}`,
);

/** A day in two minutes. */
const [WALL_HOURS, WALL_SPEED] = [24, 720];

/** In the order they are run. Lint and types count only when they fail, each as one. */
export const testSteps: readonly TestStep[] = [
  { title: "代码规范 lint", run: () => checked([["biome", "check", "."]]) },
  {
    title: "类型检查 types",
    run: () => checked(PROJECTS.map((project) => ["tsc", "-p", project])),
  },
  { title: "单元测试 unit tests", run: unitTests },
  { title: "PostgreSQL 上的接口测试 API tests on PostgreSQL", run: postgresTests },
  { title: "页面测试 browser tests", run: browserTests },
  { title: "大屏一日 a wall's day in two minutes", run: wallTests },
];

async function checked(commands: readonly (readonly string[])[]): Promise<StepResult> {
  let isGood = true;
  for (const [name = "", ...args] of commands) {
    if ((await runTool(name, args)) !== 0) isGood = false;
  }
  return { passed: 0, failed: isGood ? 0 : 1, skipped: 0 };
}

async function unitTests(folder: string): Promise<StepResult> {
  const report = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool("vitest", ["run", ...reporters]);
  return counted(code, report, vitestCounts);
}

/** What needs a storage, once more over PostgreSQL where it is installed. */
async function postgresTests(folder: string): Promise<StepResult> {
  const postgres = await startPrivatePostgres();
  if (postgres === null) {
    return { passed: 0, failed: 0, skipped: 0, note: "没有安装 PostgreSQL，未运行 left out" };
  }
  try {
    const report = join(folder, "vitest-postgres.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const env = { WANGGE_TEST_POSTGRES: postgres.server };
    const code = await runTool("vitest", ["run", ...reporters, ...OVER_STORAGE], env);
    return counted(code, report, vitestCounts);
  } finally {
    await postgres.stop();
  }
}

async function browserTests(folder: string): Promise<StepResult> {
  if (!existsSync("playwright.config.ts")) {
    return { passed: 0, failed: 0, skipped: 0, note: "没有 playwright.config.ts，未运行 left out" };
  }
  try {
    ensureChromium();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, note: String((error as Error).message) };
  }
  const note = ensureChineseFont()
    ? {}
    : { note: "没有中文字体 no Chinese font: apt-get install fonts-noto-cjk" };
  const report = join(folder, "playwright.json");
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await runTool("playwright", ["test", "--reporter=list,json"], env);
  return { ...counted(code, report, playwrightCounts), ...note };
}

/** Every thing that a wall must keep counts as one test. */
async function wallTests(): Promise<StepResult> {
  try {
    const plan = soakPlan(WALL_HOURS, WALL_SPEED);
    const verdict = await runSoak(plan, ensureChromium(), (line) => console.log(line));
    printVerdict(verdict);
    const passed = verdict.checks.filter(({ isGood }) => isGood).length;
    return { passed, failed: verdict.checks.length - passed, skipped: 0 };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, note: String((error as Error).message) };
  }
}

/** A run that fails without a failed test, or leaves no report, counts as one failure. */
function counted(code: number, report: string, read: (report: unknown) => TestCounts): StepResult {
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, note: `退出码 exit code ${code}` };
}
