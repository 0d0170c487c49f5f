import type { Settled, Waiting } from "../api/phone-store.ts";
import type { PhoneQueue } from "./use-phone-queue.ts";

/**
 * What became of what was submitted last: sent, or held on the phone. What was refused or deleted is neither: it stands in
 * the list of what waits, and the form is there for the next.
 */
export function whatBecame<Queued extends Waiting, Sent extends Settled>(
  { sent, queued }: Pick<PhoneQueue<Queued, Sent>, "sent" | "queued">,
  submittedId: string | null,
): { readonly sent: Sent | undefined; readonly held: Queued | undefined } {
  const found = sent.find(({ clientId }) => clientId === submittedId);
  const held = queued?.find((each) => each.clientId === submittedId && each.refusal === null);
  return { sent: found, held: found ? undefined : held };
}
