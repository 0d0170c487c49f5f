import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openText } from "../../../server/imports/open-text.ts";
import { sniffFile } from "../../../server/imports/sniff-file.ts";
import { refusalOf } from "../../support/foreign-file.ts";
import { gb18030Bytes } from "../../support/gb18030.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const CHINESE = "编号,问题描述\n1,井盖破损，占道经营\n";

async function open(name: string, content: string | Uint8Array, encoding?: string) {
  const text = await openText(await sniffFile(await scratch.file(name, content)), encoding);
  const parts: Buffer[] = [];
  for await (const chunk of text.chunks()) parts.push(chunk);
  return { ...text, whole: Buffer.concat(parts).toString() };
}

describe("encodings", () => {
  test.each([
    ["utf-8", Buffer.from(CHINESE), []],
    ["utf-8", Buffer.from(`\ufeff${CHINESE}`), []],
    ["utf-16le", Buffer.from(`\ufeff${CHINESE}`, "utf16le"), []],
    ["utf-16be", Buffer.from(`\ufeff${CHINESE}`, "utf16le").swap16(), []],
    ["gb18030", gb18030Bytes(CHINESE), ["encoding-guessed"]],
  ] as const)("%s gives the same text, packed or not", async (encoding, bytes, codes) => {
    for (const content of [bytes, gzipSync(bytes)]) {
      const { whole, encoding: found, notes } = await open("e.csv", content);
      expect(whole).toBe(CHINESE);
      expect(found).toBe(encoding);
      expect(notes.map(({ code }) => code)).toEqual(codes);
    }
  });

  test("a GBK file whose first Chinese character comes after a megabyte of digits is read as GBK", async () => {
    const digits = "1,2,3,4\n".repeat(150_000);
    const { whole, encoding } = await open(
      "late.csv",
      Buffer.concat([Buffer.from(digits), gb18030Bytes("末,行\n")]),
    );
    expect(encoding).toBe("gb18030");
    expect(whole.endsWith("末,行\n")).toBe(true);
    expect(whole.length).toBe(digits.length + 4);
  });

  test("a UTF-8 file with one broken character stays UTF-8, with a note that counts it", async () => {
    const good = Buffer.from("问题描述\n".repeat(200));
    const { whole, encoding, notes } = await open(
      "broken.csv",
      Buffer.concat([good, Buffer.from([0xe9, 0x97, 0x0a])]),
    );
    expect(encoding).toBe("utf-8");
    expect(notes).toMatchObject([{ code: "wrong-encoding", count: 1 }]);
    expect(whole).toBe(`${"问题描述\n".repeat(200)}\ufffd\n`);
  });

  test("an encoding that the mapping names is believed, one that does not exist is refused", async () => {
    const big5 = Buffer.from([0xa4, 0xa4, 0xa4, 0xe5, 0x0a]);
    expect((await open("b.csv", big5, "big5")).whole).toBe("中文\n");
    expect(await refusalOf(open("b.csv", big5, "gbk-2"))).toMatchObject({
      reason: "bad-parameter",
    });
  });

  test("characters of any length survive wherever the pieces are cut", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 0, max: 7 }), async (some, shift) => {
        const whole = `a${"x".repeat(262_140 - shift)}${some}`.toWellFormed();
        expect((await open("cut.csv", whole)).whole).toBe(whole);
      }),
      { numRuns: 20 },
    );
  });
});

describe("damage", () => {
  const packed = gzipSync(
    Array.from({ length: 40_000 }, (_, i) => `${i},${Math.sin(i)}\n`).join(""),
  );

  test("a packed file that is cut short anywhere is refused before anything of it is used", async () => {
    for (const share of [0.1, 0.5, 0.9]) {
      const cut = packed.subarray(0, Math.floor(packed.length * share));
      expect(await refusalOf(open("cut.csv.gz", cut))).toMatchObject({ seems: "truncated-gzip" });
    }
    expect(await refusalOf(open("cut.csv.gz", packed.subarray(0, -4)))).toMatchObject({
      seems: "truncated-gzip",
    });
  });

  test("a packed file with a flipped bit is refused as damaged", async () => {
    const flipped = Buffer.from(packed);
    flipped[flipped.length - 6]! ^= 1;
    expect(await refusalOf(open("flip.csv.gz", flipped))).toMatchObject({ seems: "damaged" });
  });

  test("several packed members in a row are one text", async () => {
    const { whole } = await open(
      "members.csv.gz",
      Buffer.concat([gzipSync("a,b\n"), gzipSync("1,2\n")]),
    );
    expect(whole).toBe("a,b\n1,2\n");
  });
});
