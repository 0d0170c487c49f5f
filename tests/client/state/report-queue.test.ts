import { beforeEach, describe, expect, test } from "vitest";
import { ApiError } from "../../../client/api/http.ts";
import type { QueuedReport, SentReport } from "../../../client/api/report-store.ts";
import { flushReports, type ReportSender } from "../../../client/state/report-queue.ts";
import { PhoneMemory } from "./phone-memory.ts";

/** A server that takes everything; `refuse` says what it does instead, once each. */
class Server implements ReportSender {
  readonly uploads: string[] = [];
  readonly reports = new Map<string, readonly string[]>();
  sends = 0;
  refuse: { upload?: ApiError; send?: ApiError; afterSend?: ApiError } = {};

  async upload(blob: Blob) {
    const { upload } = this.refuse;
    if (upload) throw this.once("upload", upload);
    const name = `${await blob.text()}.jpg`;
    this.uploads.push(name);
    return name;
  }
  async send({ clientId, categoryName }: QueuedReport, files: readonly string[]) {
    this.sends++;
    const { send, afterSend } = this.refuse;
    if (send) throw this.once("send", send);
    if (!this.reports.has(clientId)) this.reports.set(clientId, files);
    if (afterSend) throw this.once("afterSend", afterSend);
    return {
      number: `N-${clientId}`,
      code: "ABCD2345",
      trackUrl: "/track",
      clientId,
      categoryName,
    };
  }
  private once(name: keyof Server["refuse"], error: ApiError): ApiError {
    delete this.refuse[name];
    return error;
  }
}

let store: PhoneMemory<QueuedReport, SentReport>;
let server: Server;
beforeEach(() => {
  store = new PhoneMemory();
  server = new Server();
});

const OFFLINE = new ApiError(0, "unreachable", "offline");

function queued(clientId: string, more: Partial<QueuedReport> = {}): QueuedReport {
  return {
    clientId,
    door: "public",
    account: null,
    category: "E0102",
    categoryName: "暴露垃圾",
    position: [114.3, 30.6],
    address: "",
    description: "",
    source: null,
    photos: [],
    writtenAt: store.waiting.size,
    refusal: null,
    ...more,
  };
}

const photo = (name: string) => ({ blob: new Blob([name]), file: null });
const flush = (account: string | null = null) =>
  flushReports({ store, sender: server, account, now: () => 1000 });

describe("reports that wait on a phone", () => {
  test("are sent oldest first with their pictures, and leave their number", async () => {
    await store.put(queued("a", { photos: [photo("one"), photo("two")] }));
    await store.put(queued("b"));
    expect(await flush()).toBeNull();
    expect([...server.reports]).toEqual([
      ["a", ["one.jpg", "two.jpg"]],
      ["b", []],
    ]);
    expect(await store.queued()).toEqual([]);
    expect(store.kept).toMatchObject([
      { clientId: "a", number: "N-a", code: "ABCD2345", sentAt: 1000 },
      { clientId: "b" },
    ]);
  });

  test("stay where they are without a connection, and go out once when it is back", async () => {
    await store.put(queued("a", { photos: [photo("one")] }));
    await store.put(queued("b"));
    server.refuse = { upload: OFFLINE };
    expect(await flush()).toBe("unreachable");
    expect((await store.queued()).map(({ clientId }) => clientId)).toEqual(["a", "b"]);
    expect(server.sends).toBe(0);
    expect(await flush()).toBeNull();
    expect([...server.reports.keys()]).toEqual(["a", "b"]);
  });

  test("send no picture twice that the server has", async () => {
    await store.put(queued("a", { photos: [photo("one"), photo("two")] }));
    server.refuse = { send: OFFLINE };
    await flush();
    await flush();
    expect(server.uploads).toEqual(["one.jpg", "two.jpg"]);
    expect(server.reports.get("a")).toEqual(["one.jpg", "two.jpg"]);
  });

  test("count once where the server has one and its answer was lost", async () => {
    await store.put(queued("a"));
    server.refuse = { afterSend: OFFLINE };
    expect(await flush()).toBe("unreachable");
    expect((await store.queued()).length).toBe(1);
    expect(await flush()).toBeNull();
    expect([server.sends, server.reports.size, store.kept.length]).toEqual([2, 1, 1]);
  });

  test("send pictures anew that the server has removed meanwhile", async () => {
    const gone = { ...photo("one"), file: "one.jpg" };
    await store.put(queued("a", { photos: [gone] }));
    server.refuse = { send: new ApiError(400, "unknown-photo", "gone") };
    expect(await flush()).toBeNull();
    expect(server.uploads).toEqual(["one.jpg"]);
    expect(server.reports.get("a")).toEqual(["one.jpg"]);
  });

  test("that are refused stay with the reason, and hold up no other one", async () => {
    await store.put(queued("a", { photos: [photo("one")] }));
    await store.put(queued("b"));
    server.refuse = { send: new ApiError(400, "position-off-map", "不在本市范围内") };
    expect(await flush()).toBeNull();
    expect(await store.queued()).toMatchObject([
      { clientId: "a", refusal: "不在本市范围内", photos: [{ file: "one.jpg" }] },
    ]);
    expect([...server.reports.keys()]).toEqual(["b"]);
    await flush();
    expect(server.sends).toBe(2);
  });

  test.each([
    [500, "unreachable"],
    [503, "unreachable"],
    [429, "too-many"],
    [401, "signed-out"],
  ] as const)("wait where the server answers %i", async (status, pause) => {
    await store.put(queued("a"));
    await store.put(queued("b"));
    server.refuse = { send: new ApiError(status, "x", "x") };
    expect(await flush()).toBe(pause);
    expect((await store.queued()).map(({ refusal }) => refusal)).toEqual([null, null]);
    expect(server.sends).toBe(1);
  });

  test("of an account are sent by that account alone", async () => {
    await store.put(queued("a", { door: "account", account: "wang" }));
    await store.put(queued("b"));
    await flush();
    await flush("li");
    expect([...server.reports.keys()]).toEqual(["b"]);
    await flush("wang");
    expect([...server.reports.keys()]).toEqual(["b", "a"]);
  });
});
