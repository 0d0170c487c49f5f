import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cityAnswers, differences } from "./city-answers.ts";
import { type FuzzFigures, runFuzz } from "./fuzz/run-fuzz.ts";
import { proofDatabase } from "./proof-database.ts";
import { proofOptions } from "./proof-options.ts";
import { serveCity } from "./served-city.ts";
import { writeTinyPack } from "./tiny-pack.ts";

export type FuzzProof = FuzzFigures & {
  /** What a server that was started afresh says otherwise. */
  readonly differences: readonly string[];
};

/** `npm run proof -- fuzz`: hostile requests to every route, then a fresh start that must say the same. */
export async function run(args: readonly string[]): Promise<number> {
  const given = proofOptions(args, { requests: 20_000, seed: 1, within: 10_000 }, ["database"]);
  const database = await proofDatabase(given.words.database);
  try {
    const proof = await proveFuzz({
      requests: given.numbers.requests,
      seed: given.numbers.seed,
      answerWithinMs: given.numbers.within,
      bombs: true,
      databaseUrl: database.url,
      tell: (sent) => void (sent % 1000 === 0 && console.error(`${sent} …`)),
    });
    const { faults, ...figures } = proof;
    console.log(JSON.stringify({ ...figures, faults: faults.length }, null, 2));
    for (const { request, fault } of faults) {
      const body = request.body && new TextDecoder().decode(request.body.slice(0, 300));
      console.log(JSON.stringify({ fault, ...request, path: request.path.slice(0, 300), body }));
    }
    return faults.length === 0 && proof.differences.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** Over a tiny city in a folder of its own, gone afterwards. */
export async function proveFuzz(given: {
  readonly requests: number;
  readonly seed: number;
  readonly answerWithinMs: number;
  readonly bombs: boolean;
  readonly databaseUrl: string | null;
  readonly tell?: (sent: number) => void;
}): Promise<FuzzProof> {
  const folder = mkdtempSync(join(tmpdir(), "wangge-fuzz-"));
  const [pack, state] = [join(folder, "pack"), join(folder, "state")];
  const root = fileURLToPath(new URL("../..", import.meta.url));
  writeTinyPack(pack);
  try {
    const served = await serveCity(pack, state, given.databaseUrl);
    const ownPaths = [folder, root.replace(/\/$/, ""), homedir()].filter((path) => path.length > 5);
    const figures = await runFuzz(served, { ...given, ownPaths });
    const before = await cityAnswers(`http://127.0.0.1:${served.port}`);
    await served.close();
    const again = await serveCity(pack, state, given.databaseUrl);
    const after = await cityAnswers(`http://127.0.0.1:${again.port}`);
    await again.close();
    return { ...figures, differences: differences(before, after) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
