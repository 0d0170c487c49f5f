import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sniffFile } from "../../../server/imports/sniff-file.ts";
import { kindOfBytes } from "../../../server/packs/reading/kind-of-bytes.ts";
import { refusalOf } from "../../support/foreign-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { xlsxBytes } from "../../support/xlsx-writer.ts";

const scratch = scratchFolder();
const WORKBOOK = xlsxBytes({ sheets: { 表: [["a"]] } });
const UTF16 = Buffer.from("\ufeff编号,类别\n1,2\n", "utf16le");

describe("kindOfBytes tells by content", () => {
  test.each([
    ["html", "<!DOCTYPE html><html><body>登录</body></html>"],
    ["html", "\ufeff\n  <html lang=zh>"],
    ["html", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'],
    ["html", "<table><tr><td>编号</td></tr></table>"],
    ["xml", '<?xml version="1.0"?><kml/>'],
    ["git-lfs-pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"],
    ["json", '{"type":"FeatureCollection","features":[]}'],
    ["json", '\u001e{"type":"Feature"}\n'],
    ["json", '[{"a":1}]'],
    ["topojson", '{"type": "Topology","objects":{}}'],
    ["table", "编号,类别\n1,E01\n"],
    ["table", "[备注],b\n"],
    ["empty", ""],
    ["empty", "\ufeff \r\n"],
    ["pdf", "%PDF-1.7\n"],
    ["geopackage", "SQLite format 3\0"],
    ["binary", "\0\0\0\0"],
    ["binary", "abc\0def"],
  ])("%s: %j", (kind, text) => expect(kindOfBytes(Buffer.from(text))).toBe(kind));

  test("packed and binary formats are told by their magic numbers", () => {
    expect(kindOfBytes(gzipSync("x"))).toBe("gzip");
    expect(kindOfBytes(WORKBOOK)).toBe("xlsx");
    expect(kindOfBytes(Buffer.from("d0cf11e0a1b11ae1000000", "hex"))).toBe("xls");
    expect(kindOfBytes(Buffer.from("504b0304140000000800aaaa", "hex"))).toBe("zip");
    expect(kindOfBytes(Buffer.from("89504e470d0a1a0a", "hex"))).toBe("image");
    expect(kindOfBytes(UTF16)).toBe("table");
  });
});

describe("sniffFile refuses with what the file seems to be, whatever its name", () => {
  test.each([
    ["html", "reports.csv", "<!doctype html><p>请登录"],
    ["git-lfs-pointer", "reports.csv.gz", "version https://git-lfs.github.com/spec/v1\noid"],
    ["empty", "reports.csv", ""],
    ["empty", "reports.geojson", "\n"],
    ["html", "packed.csv.gz", gzipSync("<html>")],
    ["empty", "nothing.csv.gz", gzipSync("")],
    ["truncated-gzip", "cut.csv.gz", gzipSync("a,b\n".repeat(5000)).subarray(0, 11)],
    ["gzip", "twice.csv.gz", gzipSync(gzipSync("a,b\n"))],
    ["pdf", "reports.xlsx", "%PDF-1.4"],
    ["xls", "reports.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex")],
  ])("%s in %s", async (seems, name, content) => {
    const path = await scratch.file(name, content);
    const refusal = await refusalOf(sniffFile(path));
    expect(refusal).toEqual({ reason: "unreadable-file", file: name, seems });
  });

  test("a missing file and a folder are said to be that", async () => {
    expect(await refusalOf(sniffFile(`${scratch.path}/nowhere.csv`))).toMatchObject({
      seems: "missing",
    });
    expect(await refusalOf(sniffFile(scratch.path))).toMatchObject({ seems: "folder" });
  });

  test("a workbook named .csv and a table named .xlsx are read as what they are", async () => {
    expect(await sniffFile(await scratch.file("w.csv", WORKBOOK))).toMatchObject({
      content: "xlsx",
      isGzip: false,
    });
    expect(await sniffFile(await scratch.file("t.xlsx", gzipSync("a,b\n1,2")))).toMatchObject({
      content: "table",
      isGzip: true,
    });
  });
});
