import { parseArgs } from "node:util";
import { DomainError } from "../../domain/errors.ts";

/**
 * `--name value` pairs of a proof: whole numbers, each with what it is when absent, and words. Throws a usage refusal for
 * anything else.
 */
export function proofOptions<const N extends string, const W extends string>(
  args: readonly string[],
  numbers: Readonly<Record<N, number>>,
  words: readonly W[],
): { numbers: Record<N, number>; words: Partial<Record<W, string>> } {
  const names = [...Object.keys(numbers), ...words];
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  const values = parsed(args, options);
  const given = Object.fromEntries(
    Object.entries(numbers).map(([name, absent]) => [name, numberOf(name, values[name], absent)]),
  );
  return {
    numbers: given as Record<N, number>,
    words: Object.fromEntries(words.map((name) => [name, values[name]])) as Partial<
      Record<W, string>
    >,
  };
}

function parsed(
  args: readonly string[],
  options: Record<string, { type: "string" }>,
): Partial<Record<string, string>> {
  try {
    return parseArgs({ args: [...args], options }).values as Partial<Record<string, string>>;
  } catch (error) {
    throw new DomainError("usage", { command: "proof", problem: (error as Error).message });
  }
}

function numberOf(name: string, text: string | undefined, absent: unknown): number {
  if (text === undefined) return Number(absent);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new DomainError("usage", { command: `--${name}`, problem: `${text}: a whole number` });
}
