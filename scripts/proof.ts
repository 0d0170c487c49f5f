import { DomainError } from "../domain/errors.ts";
import { catalogues } from "../domain/text/catalogues.ts";
import { describeRefusal } from "../domain/text/describe-refusal.ts";

type Proof = { run(args: readonly string[]): Promise<number> };

/** What each shows, and what it takes; loaded when it is asked for. */
const proofs: Readonly<Record<string, { usage: string; load: () => Promise<Proof> }>> = {
  fuzz: {
    usage: "fuzz [--requests 20000] [--seed 1] [--within ms] [--database postgres]",
    load: () => import("./proof/fuzz.ts"),
  },
  kill: {
    usage: "kill [--rounds 200] [--seed 1] [--database postgres]",
    load: () => import("./proof/kill.ts"),
  },
  load: {
    usage:
      "load [--problems 1000000] [--screens 200] [--reports 50] [--leaders 100] [--seconds 60] [--servers 1] [--database postgres]",
    load: () => import("./proof/load.ts"),
  },
};

const EXIT_REFUSED = 2;

process.exit(await main(process.argv.slice(2)));

async function main([name, ...args]: string[]): Promise<number> {
  const proof = name !== undefined && Object.hasOwn(proofs, name) ? proofs[name] : undefined;
  if (!proof) {
    for (const { usage } of Object.values(proofs)) console.error(`  npm run proof -- ${usage}`);
    return name === undefined || name === "help" ? 0 : EXIT_REFUSED;
  }
  try {
    return await (await proof.load()).run(args);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(describeRefusal(error, catalogues.zh));
    return EXIT_REFUSED;
  }
}
