import type { Verdict } from "./verdict.ts";

/** One line a check. */
export function printVerdict({ checks, facts }: Verdict): void {
  const width = Math.max(...checks.map(({ name }) => name.length));
  for (const { name, isGood, found } of checks) {
    console.log(`${isGood ? "✓" : "✗"} ${name.padEnd(width)}  ${found}`);
  }
  for (const { dataMb, codeMb, listeners, nodes, webgl } of facts.samples) {
    const objects = Object.entries(webgl)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(", ");
    console.log(
      `  heap ${dataMb.toFixed(1)} MB and ${codeMb.toFixed(1)} MB of code, listeners ${listeners}, nodes ${nodes}, WebGL: ${objects}`,
    );
  }
}
