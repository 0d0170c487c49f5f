import { expect, test } from "vitest";
import { SignBody } from "../../../domain/contract/signs.ts";
import { openPdf } from "../../../scripts/pdf-page.ts";
import { readManifest } from "../../../server/packs/read-manifest.ts";
import { aCity } from "../../support/city-builder.ts";
import { testApp } from "../../support/test-app.ts";

function settingsOf(sign: unknown) {
  const read = readManifest(
    { id: "x", name: "试验市", timezone: "Asia/Shanghai", settings: { sign } },
    "x",
  );
  return { sign: read?.manifest.settings.sign, notes: read?.notes.length };
}

test("a pack without settings for signs gets none", () => {
  expect(settingsOf(undefined)).toEqual({ sign: { responsibilities: {} }, notes: 0 });
});

test("what is wrong is noted and left out, the rest is kept", () => {
  const { sign, notes } = settingsOf({
    phone: 12345,
    hours: "全天",
    responsibilities: { zone: ["巡查"] },
  });
  expect(sign).toEqual({ hours: "全天", responsibilities: { zone: ["巡查"] } });
  expect(notes).toBe(1);
});

test("what a city sets is on its boards", async () => {
  const pack = aCity()
    .withZone("Z1", [0, 0, 20, 20])
    .withRoad(
      "R1",
      [
        [1, 5],
        [9, 5],
      ],
      "和平大道",
    )
    .build();
  const sign = {
    phone: "0700-1234567",
    hours: "工作日 8:30—17:30",
    responsibilities: { section: ["扫净路面", "管好门前"] },
  };
  const settings = { ...pack.manifest.settings, sign };
  const app = await testApp({ ...pack, manifest: { ...pack.manifest, settings } }, []);
  const body = SignBody.parse(await app.get("/api/signs/R1"));
  expect(body).toMatchObject({ phone: sign.phone, hours: sign.hours });
  expect(body.warnings).not.toContain("no-phone");
  const response = await app.request("/api/signs/R1/sign.pdf");
  const pdf = await openPdf(new Uint8Array(await response.arrayBuffer()));
  const words = (await pdf.textsOf(1)).map(({ text }) => text).join("|");
  for (const word of [sign.phone, sign.hours, "扫净路面", "管好门前"])
    expect(words).toContain(word);
  expect(words).not.toContain("每日巡查");
});
