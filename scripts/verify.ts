import { existsSync, statSync } from "node:fs";
import { type FileResult, runSuites } from "./verify/run-suites.ts";
import { suites } from "./verify/suites.ts";

const EXIT_DIFFERS = 1;
const EXIT_NOTHING = 2;

process.exitCode = main(process.argv.slice(2));

function main([folder, ...more]: readonly string[]): number {
  if (folder === undefined || more.length > 0) {
    return refuse("用法 Usage: npm run verify -- <folder>");
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return refuse(`没有这个文件夹 No such folder: ${folder}`);
  }
  const counts = { ok: 0, differs: 0, "not yet": 0 };
  for (const result of runSuites(folder, suites)) {
    counts[result.status]++;
    for (const line of linesOf(result)) console.log(line);
  }
  if (counts.ok + counts.differs + counts["not yet"] === 0) {
    const known = suites.map((suite) => suite.folder).join(", ");
    return refuse(`${folder} 中没有参考答案 No reference answers in ${folder}: ${known}`);
  }
  console.log(`${counts.ok} files agree, ${counts.differs} differ, ${counts["not yet"]} not yet`);
  return counts.differs > 0 ? EXIT_DIFFERS : 0;
}

function linesOf({ file, status, figures, mismatches, problem }: FileResult): string[] {
  if (problem !== undefined) return [`${status} ${file} ${problem}`];
  if (status === "not yet") return [`${status} ${file}`];
  const share = status === "ok" ? figures : `${mismatches.length} of ${figures}`;
  return [
    `${status} ${file} ${share} figures`,
    ...mismatches.map(({ where, got, want }) => `  ${where}: got ${got}, want ${want}`),
  ];
}

function refuse(sentence: string): number {
  console.error(sentence);
  return EXIT_NOTHING;
}
