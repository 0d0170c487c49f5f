import { describe, expect, test } from "vitest";
import { accountRoles, capabilities } from "../../../domain/account.ts";
import { DomainError, type RefusalParams } from "../../../domain/errors.ts";
import { type Note, type NoteCode, noteSeverities } from "../../../domain/note.ts";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";
import { catalogueOf, catalogues } from "../../../domain/text/catalogues.ts";
import { describeNote, noteSentence } from "../../../domain/text/describe-note.ts";
import { describeRefusal } from "../../../domain/text/describe-refusal.ts";

const codes = Object.keys(noteSeverities) as NoteCode[];
const bare = (code: NoteCode): Note => ({ code, file: "zones.geojson" });
const full = (code: NoteCode): Note => ({
  ...bare(code),
  row: 3,
  id: "Z03",
  field: "name",
  value: "坏值",
  detail: "gcj02",
  at: lngLat(120.123454, 30.123454),
  areaM2: 1234.4,
  count: 7,
});

const refusals: RefusalParams = {
  "unknown-parameter": { name: "catgory", allowed: ["category"] },
  "repeated-parameter": { name: "from" },
  "bad-parameter": { name: "limit", value: "x", expected: "integer 1–1000" },
  "unknown-category": { name: "category", value: "E9", nearest: ["E01"] },
  "unknown-value": { name: "source", value: "x", nearest: [] },
  "bad-body": { path: "position", problem: "expected two numbers" },
  "body-not-json": { problem: "Unexpected end" },
  "not-found": { what: "problem", id: "P1" },
  "unknown-report": {},
  "answer-closed": { why: "too-late", days: 30 },
  "no-such-route": { path: "/api/x" },
  "time-in-future": { name: "reportedAt", value: "2099-01-01" },
  "closed-before-reported": { closedAt: "2026-01-01", reportedAt: "2026-01-02" },
  "wrong-state": { action: "close", state: "closed" },
  "bad-zone-change": { id: "Z01", problem: "used-before", detail: "" },
  "case-state": { act: "accept", why: "wrong-state" },
  "case-barred": { act: "pass", why: "same-person" },
  "case-input": { act: "reject", why: "reason-missing" },
  "zone-findings": { count: 2 },
  "stale-version": { sent: "1", current: 2 },
  "version-required": { current: 2 },
  "reused-client-id": { clientId: "c1" },
  "position-off-map": { lng: 1, lat: 2 },
  "body-too-large": { limitBytes: 1_048_576 },
  "too-many-pages": { pages: 900, most: 400 },
  "bad-photo": { problem: "kind", detail: "GIF" },
  "unknown-photo": { file: "0.jpg" },
  "photos-busy": {},
  "no-ad-rules": { isFileThere: true },
  "bad-ad-lock": { site: "C001", problem: "blocked", detail: "junction" },
  "ad-plans-busy": { most: 8 },
  "ad-plan-not-done": { id: "p1" },
  "version-taken": { version: "v3" },
  "ad-plan-failed": { seconds: 300 },
  "ad-plan-rejected": { faults: ["C001 is too near C002"] },
  "unsupported-media-type": { sent: "text/plain", expected: "application/json" },
  "cross-site": { origin: "https://elsewhere.example" },
  unauthorized: { isExpired: true },
  "api-key": { isInvalid: true },
  "wrong-sign-in": {},
  "wrong-password": {},
  "no-password": {},
  "password-length": { min: 10, max: 128 },
  "account-name": { account: "甲" },
  "account-taken": { account: "王科长" },
  "account-kept": { account: "chief", why: "own" },
  "not-allowed": { role: "screen", capability: "handle" },
  "sign-on-taken": { name: "wang" },
  "wrong-wall-token": {},
  "no-browser": {},
  "no-wall-picture": {},
  "not-a-wall": { account: "王科长" },
  "too-many-tries": { minutes: 15 },
  "read-only": { detail: "backup" },
  "not-ready": { detail: "index" },
  "state-in-use": { folder: "state", pid: 12 },
  "not-empty": { what: "problem" },
  "copy-differs": { table: "audit" },
  "bad-backup": { file: "backup.json", problem: "missing" },
  "unreadable-file": { file: "pack.json", seems: "git-lfs-pointer" },
  "bad-extract": { file: "a.osm", at: "<way id=7>", problem: "other-root", detail: "osmChange" },
  "column-missing": { file: "a.csv", field: "id", column: "编号", columns: ["名称"] },
  "bad-mapping": { file: "m.json", path: "category", problem: "expected a string" },
  "sign-on-settings": { missing: ["OIDC_TOKEN_URL"] },
  usage: { command: "validate", problem: "<pack> expected" },
  internal: { requestId: "r1" },
};

describe.each(Object.entries(catalogues))("catalogue %s", (_, catalogue) => {
  test.each(codes)("%s reads as a sentence with and without its facts", (code) => {
    for (const note of [bare(code), full(code)]) {
      const text = noteSentence(note, catalogue);
      expect(text).not.toMatch(/undefined|\[object|\s$|^\s| {2}/);
      expect(text.length).toBeGreaterThan(5);
    }
  });

  test("two codes never share a title", () => {
    const titles = codes.map((code) => catalogue.notes[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(Object.keys(refusals) as (keyof RefusalParams)[])("refusal %s is said", (reason) => {
    const text = describeRefusal(new DomainError(reason, refusals[reason]), catalogue);
    expect(text).not.toMatch(/undefined|null|\[object|git-lfs-pointer/);
    expect(text.length).toBeGreaterThan(5);
  });
});

test("a Chinese note names file, position in the list, id, code, place, what was done and what to do", () => {
  const note = { ...full("self-intersection"), detail: "2" };
  expect(describeNote(note, catalogues.zh)).toBe(
    "zones.geojson 第 3 项 (Z03) [self-intersection] 边界在 120.12345,30.12345 自相交（共 2 处）；已按原样读入，请在制图软件中修正",
  );
});

test("rows of a table are called rows and items of a feature list items", () => {
  const note = { ...full("missing-field"), file: "duties.csv" };
  expect(catalogues.zh.place(note)).toContain("第 3 行");
  expect(catalogues.en.place({ ...note, file: "roads.geojson" })).toBe(
    "roads.geojson item 3 (Z03)",
  );
});

test("Chinese sentences are Chinese and English ones hold none", () => {
  for (const code of codes) {
    expect(noteSentence(bare(code), catalogues.zh)).toMatch(/[\u4e00-\u9fff]/);
    expect(noteSentence(bare(code), catalogues.en)).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  }
});

test("a right that is missing is named in the reader's language, for every role and right", () => {
  for (const role of accountRoles) {
    for (const capability of capabilities) {
      const error = new DomainError("not-allowed", { role, capability });
      const chinese = describeRefusal(error, catalogues.zh);
      expect(chinese).toMatch(/^当前账号（角色：[\u4e00-\u9fff]+）没有“[\u4e00-\u9fff]+”的权限/);
      expect(describeRefusal(error, catalogues.en)).toMatch(/^[\x20-\x7e]+$/);
    }
  }
});

test("outside text can neither steer the terminal nor break the line nor flood it", () => {
  const value = `\u001b[31mred\nnext\u202e${"长".repeat(500)}`;
  const text = describeNote({ ...full("bad-field"), value, id: "a\rb" }, catalogues.zh);
  expect(text).not.toMatch(/\p{Cc}|\p{Cf}/u);
  expect(text.length).toBeLessThan(300);
});

test("an unknown language has no catalogue, names from Object.prototype included", () => {
  expect(catalogueOf("en")).toBe(catalogues.en);
  expect(catalogueOf("fr")).toBeNull();
  expect(catalogueOf("constructor")).toBeNull();
});
