import { DomainError } from "../domain/errors.ts";
import { catalogueOf, catalogues } from "../domain/text/catalogues.ts";
import { describeRefusal } from "../domain/text/describe-refusal.ts";
import type { MessageCatalogue } from "../domain/text/message-catalogue.ts";
import { printable } from "../domain/text/printable.ts";
import type { Verb } from "./city/verb.ts";

/** In the order of the help text; each is loaded when it is called. */
const verbs: Record<string, () => Promise<{ verb: Verb }>> = {
  validate: () => import("./city/validate.ts"),
  init: () => import("./city/init.ts"),
  "import-problems": () => import("./city/import-problems.ts"),
  export: () => import("./city/export.ts"),
  recurrence: () => import("./city/recurrence.ts"),
  "ads-audit": () => import("./city/ads-audit.ts"),
  "ads-plan": () => import("./city/ads-plan.ts"),
  account: () => import("./city/account.ts"),
  webhook: () => import("./city/webhook.ts"),
  access: () => import("./city/access.ts"),
  backup: () => import("./city/backup.ts"),
  restore: () => import("./city/restore.ts"),
  copy: () => import("./city/copy.ts"),
  forget: () => import("./city/forget.ts"),
};

/** What a refusal, a wrong usage or an unexpected error answers; a verb's own findings are 1. */
const EXIT_REFUSED = 2;

// A reader such as `head` that has seen enough closes the pipe: no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  const load = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  try {
    if (!load) return await help(name);
    const { verb } = await load();
    if (!args.some(isHelp)) return await verb.run(args);
    console.error(usageOf(verb));
    return 0;
  } catch (error) {
    console.error(sentenceOf(error, catalogueIn(args)));
    if (process.env.DEBUG === "1") console.error(error);
    return EXIT_REFUSED;
  }
}

async function help(name: string | undefined): Promise<number> {
  for (const entry of Object.values(verbs)) {
    console.error(usageOf((await entry()).verb));
  }
  return name === undefined || name === "help" || isHelp(name) ? 0 : EXIT_REFUSED;
}

function usageOf({ name, usage, summary }: Verb): string {
  return `  npm run city -- ${name} ${usage}\n      ${summary}`;
}

function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

function sentenceOf(error: unknown, catalogue: MessageCatalogue): string {
  if (error instanceof DomainError) return describeRefusal(error, catalogue);
  return printable(catalogue.unexpected(error instanceof Error ? error.message : String(error)));
}

/** The language that the command line asks for, whatever else is wrong with it. */
function catalogueIn(args: readonly string[]): MessageCatalogue {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const code = args[at]?.split("=")[1] ?? args[at + 1];
  return (at >= 0 && code !== undefined && catalogueOf(code)) || catalogues.zh;
}
