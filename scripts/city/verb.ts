import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { DomainError } from "../../domain/errors.ts";

/** One verb of `npm run city -- <verb>`. */
export type Verb = {
  readonly name: string;
  /** What follows the name, for the usage lines. */
  readonly usage: string;
  readonly summary: string;
  /** Answers the exit code. Throws DomainError for what the user can mend. */
  run(args: readonly string[]): Promise<number>;
};

/** Reads flags and exactly `positionals.length` words. Throws a `usage` refusal naming what is off. */
export function readArgs<O extends ParseArgsOptionsConfig, const P extends readonly string[]>(
  command: string,
  args: readonly string[],
  positionals: P,
  options: O,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length !== positionals.length) {
      const wanted = positionals.map((name) => `<${name}>`).join(" ");
      throw new Error(`${wanted || "no argument"} expected, ${parsed.positionals.length} given`);
    }
    return {
      values: parsed.values,
      words: parsed.positionals as { [K in keyof P]: string },
    };
  } catch (error) {
    throw new DomainError("usage", { command, problem: (error as Error).message });
  }
}
