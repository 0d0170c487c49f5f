import { beforeAll, describe, expect, it } from "vitest";
import { SignBody, SignList } from "../../../domain/contract/signs.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { openPdf } from "../../../scripts/pdf-page.ts";
import { aCity } from "../../support/city-builder.ts";
import { readQr } from "../../support/read-qr.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = aCity()
  .withZone("Z1", [0, 0, 20, 20])
  .withZone("Z101", [0, 0, 10, 20], "community", "Z1")
  .withZone("Z2", [20, 0, 40, 20])
  .withRoad(
    "R1",
    [
      [1, 5],
      [9, 5],
    ],
    "和平大道",
  )
  .withRoad(
    "R2",
    [
      [9, 1],
      [9, 5],
      [9, 9],
    ],
    "学府路",
  )
  .withRoad(
    "R3",
    [
      [18, 5],
      [30, 5],
    ],
    "长街",
  )
  .withRoad(
    "R4",
    [
      [1, 15],
      [5, 15],
    ],
    null,
  )
  .withRoad(
    "Z1",
    [
      [30, 15],
      [35, 15],
    ],
    "同号路",
  )
  .withLead("市领导 01", "Z1", { to: TODAY - DAY_MS })
  .withLead("市领导 02", "Z1", { from: TODAY - DAY_MS })
  .withDuty("section-chief", { type: "section", id: "R1" }, { person: "区干部 05", unitId: "U1" })
  .withDuty("section-chief", { type: "section", id: "R1" }, { person: "区干部 06", unitId: "U1" })
  .withDuty("partner-unit", { type: "zone", id: "Z101" }, { person: "联络员 01", unitId: "U2" })
  .withDuty("grid-worker", { type: "zone", id: "Z101" }, { person: "网格员 001" })
  .build();

let app: TestApp;
beforeAll(async () => {
  app = await testApp(pack, []);
});

const sign = async (path: string) => SignBody.parse(await app.get(`/api/signs/${path}`));

async function pdfOf(path: string) {
  const response = await app.request(`/api/signs/${path}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  return openPdf(new Uint8Array(await response.arrayBuffer()));
}

async function wordsOf(pdf: Awaited<ReturnType<typeof pdfOf>>, page: number) {
  return (await pdf.textsOf(page)).map(({ text }) => text).join(" ");
}

describe("GET /api/signs/{id}", () => {
  it("names a section's chiefs, its lead, partner, ends and length", async () => {
    const { facts, rows, ...body } = await sign("R1");
    expect(facts).toMatchObject({
      type: "section",
      from: { kind: "dead-end" },
      to: { kind: "road", names: ["学府路"] },
      class: "secondary",
    });
    expect(facts.type === "section" && Math.round(facts.lengthM)).toBe(766);
    expect(rows.map(({ role, holders }) => [role, holders.map((each) => each.person)])).toEqual([
      ["section-chief", ["区干部 05", "区干部 06"]],
      ["zone-lead", ["市领导 02"]],
      ["partner-unit", [null]],
    ]);
    expect(rows[2]?.holders[0]).toEqual({ person: null, unit: "单位U2", area: "Z101片区" });
    expect(body).toMatchObject({
      name: "和平大道",
      city: "试验市",
      address: "http://localhost/sign/R1",
    });
    expect(body.warnings).toEqual(["no-phone", "local-address"]);
  });

  it("shows the holders of the day asked for", async () => {
    const on = encodeURIComponent(app.city.clock.toIso(TODAY - 2 * DAY_MS));
    const { rows } = await sign(`R1?on=${on}`);
    expect(rows[1]?.holders.map(({ person }) => person)).toEqual(["市领导 01"]);
  });

  it("says what is missing", async () => {
    expect((await sign("R4")).warnings).toEqual([
      "no-name",
      "no-holder",
      "no-phone",
      "local-address",
    ]);
    expect((await sign("Z2")).warnings).toContain("no-lead");
  });

  it("warns of a character that the font lacks, in the list too", async () => {
    const rare = aCity()
      .withZone("Z1", [0, 0, 20, 20])
      .withRoad(
        "R1",
        [
          [1, 5],
          [9, 5],
        ],
        "和平大道",
      )
      .withChief("王\u{2A6A5}", "R1")
      .build();
    const other = await testApp(rare, []);
    const body = SignBody.parse(await other.get("/api/signs/R1"));
    expect(body.warnings).toContain("missing-characters");
    const { sections } = SignList.parse(await other.get("/api/signs?zone=Z1"));
    expect(sections[0]?.warnings).toContain("missing-characters");
    expect((await sign("R1")).warnings).not.toContain("missing-characters");
  });

  it("counts what a zone holds, sections by their midpoint", async () => {
    const { facts } = await sign("Z1?type=zone");
    expect(facts).toMatchObject({
      type: "zone",
      communities: 1,
      cells: 0,
      sections: 3,
      gridWorkers: 1,
    });
    expect(facts.type === "zone" && facts.areaM2 / 1e6).toBeCloseTo(1.915 * 2.224, 1);
    expect((await sign("Z2")).facts).toMatchObject({ sections: 2 });
  });

  it("takes the section where a zone has the same id, unless the zone is asked for", async () => {
    expect((await sign("Z1")).name).toBe("同号路");
    const zone = await sign("Z1?type=zone");
    expect([zone.name, zone.address]).toEqual(["Z1片区", "http://localhost/sign/Z1?type=zone"]);
  });

  it.each([["nowhere"], ["R1?type=zone"]])("answers 404 for %s", async (path) => {
    expect((await app.request(`/api/signs/${path}`)).status).toBe(404);
  });

  it.each([["R1?type=river"], ["R1?day=1"], ["R1?on=yesterday"], ["R1/sign.pdf?size=A5"]])(
    "refuses %s",
    async (path) => {
      expect((await app.request(`/api/signs/${path}`)).status).toBe(400);
    },
  );
});

describe("GET /api/signs/{id}/sign.pdf", () => {
  it.each([
    ["R1", "和平大道", "http://localhost/sign/R1"],
    ["Z1?type=zone", "Z1片区", "http://localhost/sign/Z1?type=zone"],
    ["R4", "未命名道路", "http://localhost/sign/R4"],
  ])("of %s has its name, and a QR code that reads back", async (path, name, address) => {
    const pdf = await pdfOf(path.replace(/^\w+/, "$&/sign.pdf"));
    const [width, height] = await pdf.sizeOf(1);
    expect([width, height].map(Math.round)).toEqual([595, 842]);
    expect(await wordsOf(pdf, 1)).toContain(name);
    expect(readQr(await pdf.pixelsOf(1, 120))).toBe(address);
  });

  it("says 待明确 where nobody is, and 12345 where there is no number", async () => {
    const words = await wordsOf(await pdfOf("R4/sign.pdf"), 1);
    expect(words).toContain("待明确");
    expect(words).toContain("请拨 12345");
  });

  it("is the same board enlarged on A3, the same bytes for the same moment", async () => {
    const [a3, a4] = [await pdfOf("R1/sign.pdf?size=A3"), await pdfOf("R1/sign.pdf?size=A4")];
    expect((await a3.sizeOf(1)).map(Math.round)).toEqual([842, 1191]);
    const [large, small] = [await a3.textsOf(1), await a4.textsOf(1)];
    expect(large.map(({ text }) => text)).toEqual(small.map(({ text }) => text));
    large.forEach(({ x }, i) => {
      expect(x / (small[i]?.x ?? 1)).toBeCloseTo(Math.SQRT2, 2);
    });
    const bytes = async () => (await app.request("/api/signs/R1/sign.pdf")).arrayBuffer();
    expect(Buffer.from(await bytes()).equals(Buffer.from(await bytes()))).toBe(true);
  });

  it("is called after what it is about", async () => {
    const response = await app.request("/api/signs/R1/sign.pdf");
    const name = response.headers.get("content-disposition") ?? "";
    expect(decodeURIComponent(name)).toContain("公示牌-和平大道-R1-A4.pdf");
  });

  it.each(["R1", "Z1?type=zone", "Z101"])(
    "keeps its heading within the band, of %s in English",
    async (path) => {
      const query = path.includes("?") ? "&lang=en" : "?lang=en";
      const pdf = await pdfOf(path.replace(/^\w+/, "$&/sign.pdf") + query);
      const { data, width } = await pdf.pixelsOf(1, 50);
      const from = Math.round((197 / 210) * width);
      const blue = [20, 58, 117];
      for (let y = 5; y < (45 / 210) * width; y++)
        for (let x = from; x < width - 2; x++)
          blue.forEach((level, i) => {
            expect(Math.abs((data[4 * (y * width + x) + i] ?? 0) - level)).toBeLessThan(6);
          });
    },
  );

  it("prints a name that is too long smaller or cut, never over its edge", async () => {
    const long = aCity()
      .withZone("Z1", [0, 0, 20, 20])
      .withRoad(
        "R1",
        [
          [1, 5],
          [9, 5],
        ],
        "很长的路名".repeat(20),
      )
      .withDuty("section-chief", { type: "section", id: "R1" }, { person: "名".repeat(80) })
      .build();
    const other = await testApp(long, []);
    const response = await other.request("/api/signs/R1/sign.pdf");
    const { data, width, height } = await (
      await openPdf(new Uint8Array(await response.arrayBuffer()))
    ).pixelsOf(1, 50);
    // White beyond the right margin, between band and footer.
    const from = Math.round((197 / 210) * width);
    for (let y = Math.round((55 / 297) * height); y < (245 / 297) * height; y++)
      for (let x = from; x < width; x++) expect(data[4 * (y * width + x)]).toBeGreaterThan(250);
  });
});

describe("GET /api/signs/batch.pdf", () => {
  it("holds the zone's board and one a section, each with its own address", async () => {
    const list = SignList.parse(await app.get("/api/signs?zone=Z1"));
    expect(list.sections.map(({ id, chiefs }) => [id, chiefs.length])).toEqual([
      ["R1", 2],
      ["R2", 0],
      ["R4", 0],
    ]);
    const pdf = await pdfOf("batch.pdf?zone=Z1");
    expect(pdf.pageCount).toBe(list.pages);
    const read = [];
    for (let page = 1; page <= pdf.pageCount; page++)
      read.push(readQr(await pdf.pixelsOf(page, 120)));
    expect(read).toEqual([
      "http://localhost/sign/Z1?type=zone",
      ...list.sections.map(({ id }) => `http://localhost/sign/${id}`),
    ]);
  });

  it("keeps to a class of road", async () => {
    expect(SignList.parse(await app.get("/api/signs?zone=Z1&class=lane")).pages).toBe(1);
  });

  it("refuses a zone that it does not know, and more pages than it prints", async () => {
    expect((await app.request("/api/signs/batch.pdf?zone=R1")).status).toBe(404);
    const many = aCity().withZone("Z1", [0, 0, 20, 20]);
    for (let i = 0; i < 400; i++)
      many.withRoad(
        `R${i}`,
        [
          [1, i / 25],
          [2, i / 25],
        ],
        "路",
      );
    const other = await testApp(many.build(), []);
    const response = await other.request("/api/signs/batch.pdf?zone=Z1");
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { details: { pages: 401, most: 400 } },
    });
  });
});

describe("pictures of a board", () => {
  it.each([["sign.svg"], ["map.svg"]])("%s is an SVG without script", async (name) => {
    const response = await app.request(`/api/signs/R1/${name}`);
    expect(response.headers.get("content-type")).toContain("image/svg+xml");
    const svg = await response.text();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.replace(/<[^>]+>/g, "")).toContain("学府路");
    expect(svg).not.toMatch(/<script|href="http/);
  });
});
