import type { DomainError, Refusal, RefusalParams } from "../errors.ts";
import type { MessageCatalogue } from "./message-catalogue.ts";
import { printable } from "./printable.ts";

/** The sentence of a refusal: what was refused, and what the reader can do about it. */
export function describeRefusal(
  error: Pick<DomainError, "reason" | "params">,
  catalogue: MessageCatalogue,
): string {
  return printable(sentenceOf(catalogue, error.reason)(error.params));
}

/** The cast holds because DomainError's constructor takes the params that belong to its reason. */
function sentenceOf(catalogue: MessageCatalogue, reason: Refusal) {
  return catalogue.refusals[reason] as (params: RefusalParams[Refusal]) => string;
}
