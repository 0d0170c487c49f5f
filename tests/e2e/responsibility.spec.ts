import { expect, type Page } from "@playwright/test";
import { seriousFindings } from "./serious-findings.ts";
import { otherPicture, stillPicture } from "./still-picture.ts";
import { middleOfMap, openWorkbench, statedTotal, test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const OPEN = "?pick=responsibility:zone-lead&layers=clusters,zones";

const asNumber = (text: string) => Number(text.replaceAll(",", ""));

/** The middle pixel of a picture. */
async function middleColour(page: Page, png: Buffer): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    return [...context.getImageData(image.width / 2, image.height / 2, 1, 1).data.slice(0, 3)];
  }, png.toString("base64"));
}

test("a cell of the matrix filters the list to exactly its number, and once more takes it back", async ({
  page,
}) => {
  await openWorkbench(page, OPEN);
  const all = await statedTotal(page);
  const matrix = page.getByRole("table", { name: "条块矩阵" });
  const cell = matrix
    .getByRole("row", { name: /街面秩序/ })
    .getByRole("button")
    .nth(2);
  const stated = asNumber(await cell.locator("strong").innerText());
  expect(stated).toBeGreaterThan(100);
  await cell.click();
  await expect(page.getByTestId("total")).toHaveText(stated.toLocaleString("en-US"));
  await expect(page).toHaveURL(/line=S05/);
  await expect(page.getByTestId("chosen")).toContainText(stated.toLocaleString("en-US"));
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("in-view")).toContainText(`/ ${stated.toLocaleString("en-US")}`);
  await cell.press("Enter");
  await expect(page.getByTestId("total")).toHaveText(all.toLocaleString("en-US"));
});

test("the matrix adds up to the list, and chips of the bar say and clear what it filters", async ({
  page,
}) => {
  await openWorkbench(page, `${OPEN}&status=open&line=S01&block=I03`);
  const chosen = await statedTotal(page);
  const matrix = page.getByRole("table", { name: "条块矩阵" });
  const row = matrix.getByRole("row", { name: /市容环境/ });
  await expect(row.locator('[aria-pressed="true"] strong')).toHaveText(
    chosen.toLocaleString("en-US"),
  );
  const chip = page.getByRole("button", { name: /去掉筛选：条/ });
  await expect(chip).toBeVisible();
  await chip.click();
  await page.getByRole("button", { name: /去掉筛选：块/ }).click();
  await expect(page).not.toHaveURL(/line=|block=/);
  const cells = await matrix.locator("tbody td:not(.sum) strong").allInnerTexts();
  const sum = cells.reduce((total, text) => total + asNumber(text), 0);
  await expect(page.getByTestId("total")).toHaveText(sum.toLocaleString("en-US"));
});

test("picking a person lists what they answer for and marks their ground on the map", async ({
  page,
}) => {
  await openWorkbench(page, OPEN);
  const before = await stillPicture(page);
  const holders = page.getByRole("table").filter({ hasText: "未办结" }).last();
  const row = holders.locator("tbody tr").first();
  const [name, total] = [row.getByRole("button"), row.locator("td").nth(3)];
  const stated = asNumber(await total.innerText());
  const ground = page.waitForResponse((response) => {
    const { pathname, searchParams } = new URL(response.url());
    return pathname === "/api/duties" && searchParams.has("person");
  });
  await name.click();
  const { features } = (await (await ground).json()) as { features: { geometry: unknown }[] };
  expect(features.filter(({ geometry }) => geometry !== null).length).toBeGreaterThan(0);
  await expect(page.getByTestId("total")).toHaveText(stated.toLocaleString("en-US"));
  await expect(name).toHaveAttribute("aria-pressed", "true");
  await otherPicture(page, [before]);
});

test("every colouring changes the ground and says in the legend what it means", async ({
  page,
}) => {
  await openWorkbench(page, OPEN);
  const legend = page.locator(".legend");
  const seen = [await stillPicture(page)];
  const meanings = [
    ["挂片领导", "共同负责"],
    ["实施主体", "城南区实施主体"],
    ["路段长", /有路段长 [\d,]+ 段/],
    ["工作量", "件 / 人"],
  ] as const;
  for (const [name, meaning] of meanings) {
    await page.getByRole("group", { name: "着色" }).getByRole("button", { name }).click();
    await expect(legend).toContainText(meaning);
    seen.push(await otherPicture(page, seen));
  }
});

test("all sections of a chief light up under the pointer, and a click leads to the person", async ({
  page,
}) => {
  const answer = await page.request.get("/api/duties?role=section-chief");
  const { features } = (await answer.json()) as {
    features: { geometry: { coordinates: [number, number][] }; properties: { person: string } }[];
  };
  const longest = features.reduce((a, b) =>
    b.geometry.coordinates.length > a.geometry.coordinates.length ? b : a,
  );
  const [lng, lat] = longest.geometry.coordinates[3] ?? [0, 0];
  await openWorkbench(page, `?colour=chief&layers=zones&at=${lng},${lat},16`, ["zones", "chiefs"]);
  const { x, y } = await middleOfMap(page);
  const clip = { x: x - 3, y: y - 3, width: 6, height: 6 };
  await expect(async () => {
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    await page.waitForTimeout(400);
    expect(await middleColour(page, await page.screenshot({ clip }))).toEqual([27, 95, 184]);
  }).toPass({ timeout: 30_000 });
  await page.mouse.click(x, y);
  await page.getByTestId("drawer").getByRole("button", { name: longest.properties.person }).click();
  await expect(page).toHaveURL(
    new RegExp(`person=${encodeURIComponent(longest.properties.person)}`),
  );
});

test("winding back shows the holders of that day", async ({ page }) => {
  await openWorkbench(page, OPEN);
  const holders = page.locator(".holders tbody th");
  const names = async () => {
    await expect(holders).not.toHaveCount(0);
    return holders.allInnerTexts();
  };
  const now = new Set(await names());
  await openWorkbench(page, `${OPEN}&asOf=2025-10-15`);
  await expect(page.locator(".responsibility")).toContainText("2025-10-15 在任");
  const then = new Set(await names());
  expect(then).not.toEqual(now);
});

test("the open panel has nothing serious for axe, by day and by night", async ({ page }) => {
  for (const theme of ["day", "night"]) {
    await openWorkbench(page, `${OPEN}&colour=unit&line=S01&theme=${theme}`);
    await expect(page.locator(".holders tbody tr").first()).toBeVisible({ timeout: 20_000 });
    const faults = await seriousFindings(page, [".drawer", ".filter-bar", ".legend"]);
    expect(faults, theme).toEqual([]);
  }
});
