import { beforeEach, describe, expect, test } from "vitest";
import type { QueuedAd, SentAd } from "../../../client/api/ad-store.ts";
import { ApiError } from "../../../client/api/http.ts";
import { type AdSender, flushAds } from "../../../client/state/ad-queue.ts";
import type { InventoryAd, NewInventoryAd } from "../../../domain/contract/ads-inventory.ts";
import { PhoneMemory } from "./phone-memory.ts";

/** A server that counts a clientId once; `refuse` says what it answers instead, once each. */
class Server implements AdSender {
  readonly uploads: string[] = [];
  readonly ads = new Map<string, NewInventoryAd>();
  refuse: { upload?: ApiError; send?: ApiError; afterSend?: ApiError } = {};

  async upload(picture: Blob) {
    this.#throwOnce("upload");
    const name = `${await picture.text()}-${this.uploads.length}.jpg`;
    this.uploads.push(name);
    return name;
  }
  async send(ad: NewInventoryAd): Promise<InventoryAd> {
    this.#throwOnce("send");
    if (!this.ads.has(ad.clientId)) this.ads.set(ad.clientId, ad);
    this.#throwOnce("afterSend");
    return {
      ...{ id: ad.id ?? `AD-${ad.clientId}`, carrier: ad.carrier, theme: null, state: ad.state },
      ...{ facing: null, repairCost: null, unitId: null, position: ad.position },
      ...{ photo: ad.photo ?? null, hasPhoto: ad.photo !== undefined, note: null, version: 1 },
      ...{ changedAt: null, changedBy: null, road: null },
    };
  }
  #throwOnce(name: keyof Server["refuse"]): void {
    const error = this.refuse[name];
    delete this.refuse[name];
    if (error) throw error;
  }
}

const OFFLINE = new ApiError(0, "unreachable", "offline");
let store: PhoneMemory<QueuedAd, SentAd>;
let server: Server;
beforeEach(() => {
  store = new PhoneMemory();
  server = new Server();
});

async function waits(clientId: string, more: Partial<QueuedAd> = {}): Promise<void> {
  await store.put({
    clientId,
    account: "inspector",
    ad: { position: [114.3, 30.6], carrier: "lamp", state: "ok" },
    picture: null,
    photo: null,
    writtenAt: store.waiting.size,
    refusal: null,
    ...more,
  });
}
const flush = (account = "inspector") => flushAds({ store, sender: server, account, now: () => 5 });
const picture = () => new Blob(["p"], { type: "image/jpeg" });

describe("registrations that wait", () => {
  test("go out in order, each with its picture, and are kept as what they became", async () => {
    await waits("first", { picture: picture() });
    await waits("second", { ad: { id: "G7", position: [1, 2], carrier: "lamp", state: "faded" } });
    expect(await flush()).toBeNull();
    expect([...server.ads.keys()]).toEqual(["first", "second"]);
    expect(server.ads.get("first")?.photo).toBe("p-0.jpg");
    expect(store.kept).toMatchObject([
      { id: "AD-first", isNew: true, sentAt: 5 },
      { id: "G7", isNew: false },
    ]);
    expect(store.waiting.size).toBe(0);
  });

  test("stay where the server is not reached, and are counted once when the answer was lost", async () => {
    await waits("lost", { picture: picture() });
    server.refuse = { upload: OFFLINE };
    expect(await flush()).toBe("unreachable");
    server.refuse = { afterSend: OFFLINE };
    expect(await flush()).toBe("unreachable");
    expect(await flush()).toBeNull();
    expect(server.ads.size).toBe(1);
    expect(server.uploads).toHaveLength(1);
    expect(store.kept).toHaveLength(1);
  });

  test("send a picture again that was removed meanwhile", async () => {
    await waits("old", { picture: picture(), photo: "gone.jpg" });
    server.refuse = { send: new ApiError(400, "unknown-photo", "unknown") };
    expect(await flush()).toBeNull();
    expect(server.ads.get("old")?.photo).toBe("p-0.jpg");
  });

  test("keep why they were refused, and do not hold up the next", async () => {
    await waits("bad");
    await waits("good");
    server.refuse = { send: new ApiError(400, "position-off-map", "不在本市范围内") };
    expect(await flush()).toBeNull();
    expect(store.waiting.get("bad")?.refusal).toBe("不在本市范围内");
    expect(store.kept.map(({ clientId }) => clientId)).toEqual(["good"]);
    await flush();
    expect(server.ads.has("bad")).toBe(false);
  });

  test("are sent by whoever wrote them alone", async () => {
    await waits("theirs", { account: "planner" });
    expect(await flush()).toBeNull();
    expect(server.ads.size).toBe(0);
    await flush("planner");
    expect(server.ads.size).toBe(1);
  });

  test.each([
    [401, "signed-out"],
    [429, "too-many"],
    [503, "unreachable"],
  ] as const)("wait after %d", async (status, pause) => {
    await waits("a");
    server.refuse = { send: new ApiError(status, "x", "x") };
    expect(await flush()).toBe(pause);
    expect(store.waiting.get("a")?.refusal).toBeNull();
  });
});
