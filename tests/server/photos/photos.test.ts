import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { UploadedPhoto } from "../../../domain/contract/photos.ts";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { PhotoStore } from "../../../server/photos/photo-store.ts";
import { PHOTO_BYTES } from "../../../server/photos/sent-photo.ts";
import { aCity, at } from "../../support/city-builder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { TEST_ADDRESS, type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer, LEADER } from "../../support/viewers.ts";
import {
  aPhonePicture,
  aPicture,
  declaredPng,
  gif,
  html,
  jpegAndZip,
  SECRET,
  svgWithScript,
} from "./hostile-pictures.ts";

const scratch = scratchFolder();

let app: TestApp;
beforeEach(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withLead(LEADER, "A")
    .build();
  app = await testApp(pack, []);
});

function upload(bytes: Uint8Array, type = "image/jpeg", path = "/api/photos", headers = {}) {
  const init = { method: "POST", headers: { "Content-Type": type, ...headers } };
  return app.request(path, { ...init, body: Buffer.from(bytes) });
}

async function uploaded(bytes: Uint8Array): Promise<UploadedPhoto> {
  const response = await upload(bytes);
  expect(response.status).toBe(200);
  return UploadedPhoto.parse(await response.json());
}

let reports = 0;
function report(photos: readonly string[], position = at(1, 1), headers = {}): Promise<Response> {
  const body = {
    clientId: `r${++reports}`,
    category: "E0102",
    source: "hotline",
    position,
    photos,
  };
  return app.post("/api/problems", body, headers);
}

async function bytesOf(path: string, headers = {}): Promise<Buffer> {
  const response = await app.request(path, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/jpeg");
  return Buffer.from(await response.arrayBuffer());
}

describe("an upload", () => {
  test("is read by nobody until a report names it, then by those who see the report", async () => {
    const { file } = await uploaded(await aPicture(3000, 2000));
    const path = `/api/photos/${file}`;
    expect((await app.request(path)).status).toBe(404);
    const made = await report([file]);
    expect(made.status).toBe(201);
    const { properties } = (await made.json()) as ProblemFeature;
    expect(properties.photos).toEqual([{ file, kind: "before" }]);

    const large = await sharp(await bytesOf(path)).metadata();
    expect([large.format, large.width, large.height]).toEqual(["jpeg", 2048, 1365]);
    const small = await sharp(await bytesOf(`${path}?size=small`)).metadata();
    expect([small.width, small.height]).toEqual([320, 213]);
    expect((await app.request(path, { headers: as(aViewer("leader")) })).status).toBe(200);
    expect((await app.request(path, { headers: as(aViewer("unit")) })).status).toBe(404);
    expect((await app.request(`${path}?size=huge`)).status).toBe(400);
  });

  test("stands upright and says when it was taken, and nothing else that the phone wrote", async () => {
    const sent = await aPhonePicture();
    const before = sent.toString().toLowerCase();
    for (const word of ["exif", "phone & co", "xmpmeta", "somebody"])
      expect(before).toContain(word);
    const photo = await uploaded(sent);
    expect(photo).toMatchObject({ width: 400, height: 600, takenAt: "2026-01-05T10:30:00+08:00" });
    const made = (await (await report([photo.file])).json()) as ProblemFeature;
    expect(made.properties.photos).toEqual([
      { file: photo.file, kind: "before", takenAt: "2026-01-05T10:30:00+08:00" },
    ]);
    for (const size of ["full", "small"]) {
      const bytes = await bytesOf(`/api/photos/${photo.file}?size=${size}`);
      expect(bytes.toString("latin1")).not.toMatch(
        /exif|gps|xmp|adobe|icc_profile|somebody|phone/i,
      );
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
    }
    // Lying on its left side: what was left is at the top now.
    const bytes = await bytesOf(`/api/photos/${photo.file}`);
    const top = await sharp(bytes)
      .extract({ left: 200, top: 20, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(top[0]).toBeGreaterThan(150);
    expect(top[2]).toBeLessThan(80);
  });

  test.each(["jpeg", "png", "webp"] as const)("of a %s is taken under any name", async (kind) => {
    const bytes = await aPicture(64, 48, kind);
    const form = new FormData();
    form.set("photo", new File([Buffer.from(bytes)], "photo.gif", { type: "image/gif" }));
    const response = await app.request("/api/photos", { method: "POST", body: form });
    expect(response.status).toBe(200);
    expect(UploadedPhoto.parse(await response.json())).toMatchObject({ width: 64, height: 48 });
  });

  test("of the same picture is the same file", async () => {
    const bytes = await aPicture(100, 80);
    const [a, b] = await Promise.all([uploaded(bytes), uploaded(bytes)]);
    expect(a).toEqual(b);
    await report([a.file]);
    expect(await uploaded(bytes)).toEqual(a);
    const twice = (await (await report([a.file, a.file])).json()) as ProblemFeature;
    expect(twice.properties.photos).toHaveLength(1);
  });

  test("with an archive behind the picture keeps the picture alone", async () => {
    const bytes = await jpegAndZip();
    expect(bytes.toString()).toContain(SECRET);
    const { file } = await uploaded(bytes);
    await report([file]);
    const kept = (await bytesOf(`/api/photos/${file}`)).toString("latin1");
    expect(kept).not.toContain(SECRET);
    expect(kept).not.toContain("PK\x03\x04");
  });
});

test("a report that is refused leaves its photo unread", async () => {
  const { file } = await uploaded(await aPicture(50, 40));
  const body = { clientId: "x", category: "E9999", source: "hotline", photos: [file] };
  expect((await app.post("/api/problems", body)).status).toBe(400);
  expect((await report([file], at(900, 900))).status).toBe(400);
  expect((await report([file, "0123456789abcdef01234567.jpg"])).status).toBe(400);
  expect(app.city.problems.size).toBe(0);
  expect((await report([file])).status).toBe(201);
});

describe("what is no photo is refused in words", () => {
  const cut = async () => (await aPicture(800, 600)).subarray(0, 4000);
  const cases: readonly [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ["an SVG with a script", () => svgWithScript, "收到的是 SVG 文件"],
    ["a page named .jpg", () => html, "收到的是 HTML 文件"],
    ["a GIF", () => gif, "收到的是 GIF 文件"],
    ["a HEIC", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "收到的是 HEIC 文件"],
    ["a text", () => Buffer.from("hello"), "只接受 JPEG、PNG、WebP 照片"],
    ["nothing", () => new Uint8Array(), "没有收到照片内容"],
    ["a JPEG that is cut off", cut, "已损坏或不完整"],
    [
      "a PNG that is cut off",
      async () => (await aPicture(800, 600, "png")).subarray(0, 9000),
      "已损坏",
    ],
    ["four bytes of a JPEG", () => Buffer.from("\xff\xd8\xff\xe0", "latin1"), "已损坏或不完整"],
    ["a PNG that says 20000 × 20000", () => declaredPng(20_000, 20_000), "20000 × 20000"],
    ["a PNG of 200 million pixels", () => declaredPng(16_000, 12_500), "上限为 6000 万像素"],
    ["a PNG whose size is a lie", () => declaredPng(500, 500), "已损坏或不完整"],
  ];
  test.each(cases)("%s", async (_, make, words) => {
    const response = await upload(await make(), "image/jpeg");
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { message: string; details: object } };
    expect(error.message).toContain(words);
    expect(error.details).toMatchObject({ reason: "bad-photo" });
  });

  test("a body beyond 12 MB, whether announced or not", async () => {
    const tooMuch = new Uint8Array(PHOTO_BYTES + 1);
    tooMuch.set([0xff, 0xd8, 0xff]);
    expect((await upload(tooMuch)).status).toBe(413);
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1 << 20));
      },
    });
    const init = { method: "POST", headers: { "Content-Type": "image/jpeg" }, body };
    const streamed = await app.request("/api/photos", { ...init, duplex: "half" } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  test("what is sent as something else, or in a form without a picture", async () => {
    expect((await upload(gif, "application/json")).status).toBe(415);
    const form = new FormData();
    form.set("photo", "no file");
    expect((await app.request("/api/photos", { method: "POST", body: form })).status).toBe(400);
    expect((await upload(gif, "multipart/form-data; boundary=x")).status).toBe(400);
  });

  test("a report that names a file that was never uploaded", async () => {
    for (const file of ["0123456789abcdef01234567.jpg", "../../secret", "P1.jpg", "waiting"]) {
      const response = await report([file]);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: { details: { reason: "unknown-photo" } },
      });
    }
    expect((await report(Array(7).fill("a.jpg"))).status).toBe(400);
    expect(app.city.problems.size).toBe(0);
  });
});

describe("by anybody", () => {
  const anybody = (from: string) => ({ ...as("none"), [TEST_ADDRESS]: from });

  test("ten within a quarter of an hour are taken from one address, for a report at a sign", async () => {
    const bytes = await aPicture(40, 30);
    const send = (from: string) => upload(bytes, "image/jpeg", "/api/public/photos", anybody(from));
    for (let i = 0; i < 10; i++) expect((await send("10.0.0.1")).status).toBe(200);
    expect((await send("10.0.0.1")).status).toBe(429);
    const other = await send("10.0.0.2");
    const { file } = UploadedPhoto.parse(await other.json());
    const body = { clientId: "a report at a sign", category: "E0102", photos: [file] };
    const made = await app.post("/api/signs/A/reports", body, anybody("10.0.0.2"));
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const [problem] = await app.city.storage.problemsById([id]);
    expect(problem?.photos).toEqual([{ file, kind: "before" }]);
    const read = await app.request(`/api/photos/${file}`, { headers: as("none") });
    expect(read.status).toBe(401);
  });
});

describe("the folder", () => {
  test("holds whole files alone, and lets go of what no report took within a day", async () => {
    const folder = await scratch.folder();
    const store = new PhotoStore(folder);
    const waiting = join(folder, "waiting");
    await mkdir(waiting);
    writeFileSync(join(waiting, ".part-lost"), "half of a picture");
    const taken = await store.take(await aPicture(60, 40, "jpeg", 2));
    const left = await store.take(await aPicture(60, 40, "jpeg", 3));
    expect(await store.attach(taken.file)).toMatchObject({ file: taken.file, width: 60 });
    const stem = taken.file.slice(0, 24);
    expect(readdirSync(folder).sort()).toEqual([
      `${stem}-s.jpg`,
      taken.file,
      `${stem}.json`,
      "waiting",
    ]);
    expect(statSync(join(folder, taken.file)).mode & 0o077).toBe(0);

    expect(await store.removeUnattached(Date.now())).toBe(0);
    const old = (Date.now() - 1.1 * DAY_MS) / 1000;
    for (const name of readdirSync(waiting)) utimesSync(join(waiting, name), old, old);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
    expect(await store.removeUnattached(Date.now())).toBe(4);
    expect(readdirSync(waiting)).toEqual([]);
    expect(await store.attach(left.file)).toBeNull();
    expect(await store.attach(taken.file)).not.toBeNull();
  });

  test("takes an upload up again whose moving was cut off", async () => {
    const folder = await scratch.folder();
    const store = new PhotoStore(folder);
    const { file } = await store.take(await aPicture(60, 40, "jpeg", 4));
    const small = file.replace(".jpg", "-s.jpg");
    const { renameSync } = await import("node:fs");
    renameSync(join(folder, "waiting", small), join(folder, small));
    expect(await store.read(file, false)).toBeNull();
    const both = await Promise.all([store.attach(file), store.attach(file)]);
    expect(both.map((each) => each?.file)).toEqual([file, file]);
    expect(await store.read(file, true)).not.toBeNull();
  });
});

test("thirty uploads at once are all taken, and memory stays bounded", async () => {
  const sent = await Promise.all(
    Array.from({ length: 30 }, (_, i) => aPicture(2400, 1800, "jpeg", i + 1)),
  );
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const answers = await Promise.all(sent.map((bytes) => upload(bytes)));
  clearInterval(timer);
  expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
  const files = await Promise.all(
    answers.map(async (each) => (await each.json()) as UploadedPhoto),
  );
  expect(new Set(files.map(({ file }) => file)).size).toBe(30);
  // One decoded picture is 13 MB; thirty at once with their scratch would be some 600 MB.
  expect((most - before) / 1e6).toBeLessThan(250);
}, 60_000);
