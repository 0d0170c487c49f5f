import type { PhoneStore, Settled, Waiting } from "../../../client/api/phone-store.ts";

/** What a phone keeps, in memory. */
export class PhoneMemory<Queued extends Waiting, Sent extends Settled>
  implements PhoneStore<Queued, Sent>
{
  readonly waiting = new Map<string, Queued>();
  readonly kept: Sent[] = [];

  async queued() {
    return [...this.waiting.values()].sort((a, b) => a.writtenAt - b.writtenAt);
  }
  async put(queued: Queued) {
    this.waiting.set(queued.clientId, queued);
  }
  async drop(clientId: string) {
    this.waiting.delete(clientId);
  }
  async settle(sent: Sent) {
    this.waiting.delete(sent.clientId);
    this.kept.push(sent);
  }
  async sent() {
    return this.kept;
  }
  async forgetSent() {
    this.kept.length = 0;
  }
}
