import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** A line from the keyboard that is not shown, or the first line of what is piped in. */
export async function readSecret(prompt: string): Promise<string> {
  const isTyped = process.stdin.isTTY === true;
  if (isTyped) process.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTyped });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    if (isTyped) process.stderr.write("\n");
  }
}
