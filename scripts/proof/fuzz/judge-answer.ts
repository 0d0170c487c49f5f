import type { RawAnswer } from "./send-raw.ts";

/** What is wrong with an answer, in words; null: nothing. `ownPaths` are folders of this machine. */
export function faultOf(
  { status, type, body, ms }: RawAnswer,
  answerWithinMs: number,
  ownPaths: readonly string[],
): string | null {
  if (status >= 500) return `${status} ${body.slice(0, 200)}`;
  if (ms > answerWithinMs) return `answered after ${Math.round(ms)} ms`;
  const path = ownPaths.find((each) => body.includes(each));
  if (path !== undefined) return `names a folder of the machine: ${path}`;
  if (/\n\s+at .+\(?(file:|node:|\/).*:\d+:\d+/.test(body)) return "shows a stack";
  if (/SQLITE_|syntax error at or near|node:internal|node_modules/.test(body) && isOfApi(type)) {
    return `shows what it is made of: ${body.slice(0, 200)}`;
  }
  return null;
}

function isOfApi(type: string): boolean {
  return type.startsWith("application/json");
}
