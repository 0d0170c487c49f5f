import type { Verb } from "./city/verb.ts";

/** In the order of the help text; each is loaded when it is called. */
const verbs: Record<string, () => Promise<{ verb: Verb }>> = {
  validate: () => import("./city/validate.ts"),
  init: () => import("./city/init.ts"),
  "import-problems": () => import("./city/import-problems.ts"),
};

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  const load = name === undefined ? undefined : verbs[name];
  if (!load) {
    for (const entry of Object.values(verbs)) {
      const { verb } = await entry();
      console.error(`  npm run city -- ${verb.name} ${verb.usage}\n      ${verb.summary}`);
    }
    return name === undefined || name === "help" ? 0 : 2;
  }
  const { verb } = await load();
  return verb.run(args);
}
