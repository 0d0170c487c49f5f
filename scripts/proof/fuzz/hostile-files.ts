import { strToU8, zipSync } from "fflate";

/** A file sent where a duty table is expected. */
export type HostileFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD = "id,role,person,unitId,scopeType,scopeId,also,from,to,phone\n";
/** Unpacked size of the bombs, bytes. */
const BOMB_BYTES = 64 * 1024 * 1024;

/** Made once: the bombs take a second. */
export function hostileFiles(): HostileFile[] {
  const sound = workbook(sheet(`<row r="1"><c t="inlineStr"><is><t>角色</t></is></c></row>`));
  const text = (name: string, content: string, type = "text/csv") =>
    file(name, type, strToU8(content));
  return [
    text("formula.csv", `${HEAD}X1,zone-lead,=HYPERLINK("http://x"),,zone,Z1,,2026-02-01,,\n`),
    text("good.csv", `${HEAD},zone-lead,市领导 02,,zone,Z3,,2026-02-01,,\n`),
    text("nul.csv", `${HEAD}X2,zone-lead,市\u0000长,,zone,Z1,,2026-02-01,,\n`),
    text("nul-id.csv", `${HEAD}X\u0000,zone-lead,市长,,zone,Z1,,2026-02-01,,\n`),
    text("long.csv", `${HEAD}X3,zone-lead,${"长".repeat(100_000)},,zone,Z1,,2026-02-01,,\n`),
    text("quote.csv", `${HEAD}"X4,zone-lead,\n"unclosed`),
    text("wide.csv", `${"c,".repeat(20_000)}\n1,2\n`),
    text("proto.csv", "__proto__,constructor,toString\n1,2,3\n"),
    text("empty.csv", ""),
    text("page.html", "<!doctype html><script>alert(1)</script>", "text/html"),
    text("picture.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "image/svg+xml"),
    file("utf8.csv", "text/csv", Uint8Array.of(0xff, 0xfe, 0x80, 0xc0, 0x0a, 0xed, 0xa0, 0x80)),
    file("sound.xlsx", XLSX, sound),
    file("half.xlsx", XLSX, sound.slice(0, sound.length >> 1)),
    file("tail.xlsx", XLSX, sound.slice(0, sound.length - 7)),
    file("head.zip", "application/zip", sound.slice(0, 30)),
    file("paths.xlsx", XLSX, zipSync({ "../../../tmp/out.txt": strToU8("x") })),
    file("no-sheet.xlsx", XLSX, zipSync({ "xl/workbook.xml": strToU8("<workbook/>") })),
    file("entities.xlsx", XLSX, workbook(entities())),
    file("broken.xlsx", XLSX, workbook("<worksheet><sheetData><row><c><v>1</row>")),
  ];
}

/** Some hundred kilobytes that unpack to very much more; each costs the server seconds, so they are few. */
export function zipBombs(): HostileFile[] {
  const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';
  const rows = row.repeat(BOMB_BYTES / row.length);
  return [
    file("spaces.xlsx", XLSX, workbook(sheet(" ".repeat(BOMB_BYTES)))),
    file("rows.xlsx", XLSX, workbook(sheet(rows))),
    file("cell.xlsx", XLSX, workbook(sheet(`<row><c><v>${"9".repeat(BOMB_BYTES)}</v></c></row>`))),
  ];
}

function file(name: string, type: string, bytes: Uint8Array): HostileFile {
  return { name, type, bytes: new Uint8Array(bytes) };
}

function sheet(rows: string): string {
  return `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

/** Ten entities, each ten of the one before. */
function entities(): string {
  const lines = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
  );
  const declared = `<!DOCTYPE w [<!ENTITY e0 "lol">${lines.join("")}]>`;
  const cell = '<row r="1"><c t="inlineStr"><is><t>&e9;</t></is></c></row>';
  return `<?xml version="1.0"?>${declared}<worksheet><sheetData>${cell}</sheetData></worksheet>`;
}

function workbook(sheetXml: string): Uint8Array {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(sheetXml),
  });
}
