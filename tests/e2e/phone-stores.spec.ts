import { expect, type Page, test } from "@playwright/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** What stands in a database of the browser, as the first version of the page made it. */
async function left(page: Page, database: string, waiting: object): Promise<void> {
  await page.goto("/favicon.svg");
  await page.evaluate(
    async ([name, row]) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name, 1);
        asked.onupgradeneeded = () => {
          for (const store of ["queue", "sent"])
            asked.result.createObjectStore(store, { keyPath: "clientId" });
        };
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const transaction = opened.transaction("queue", "readwrite");
      transaction.objectStore("queue").put(row);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      opened.close();
    },
    [database, waiting] as const,
  );
}

async function middleOf(page: Page): Promise<[number, number]> {
  const { bounds } = await (await page.request.get("/api/city")).json();
  const [west, south, east, north] = bounds;
  return [west + (east - west) * 0.47, south + (north - south) * 0.53];
}

test("a report that an earlier version left waiting on the phone is sent", async ({ page }) => {
  await left(page, "wangge-report", {
    clientId: "report-00112233445566778899aabbccddeeff",
    door: "public",
    account: null,
    category: "E0102",
    categoryName: "暴露垃圾",
    position: await middleOf(page),
    address: "",
    description: "旧版本留下",
    source: null,
    photos: [],
    writtenAt: Date.now(),
    refusal: null,
  });
  await page.goto("/report?as=public");
  const sent = page.getByTestId("sent").getByRole("link");
  await expect(sent).toHaveCount(1);
  await expect(page.getByTestId("queue")).toHaveCount(0);
  const number = await sent.textContent();
  const problem = await (await page.request.get(`/api/problems/${number}`)).json();
  expect(problem.properties.description).toBe("旧版本留下");
});

test("an ad that an earlier version left waiting on the phone is sent", async ({ page }) => {
  const { viewer } = await (await page.request.get("/api/account")).json();
  await left(page, "wangge-ads", {
    clientId: "ad-00112233445566778899aabbccddeeff",
    account: viewer.account,
    ad: { position: await middleOf(page), carrier: "lamp", state: "ok", note: "旧版本留下" },
    picture: null,
    photo: null,
    writtenAt: Date.now(),
    refusal: null,
  });
  await page.goto("/ad");
  const sent = page.getByTestId("sent").locator("li");
  await expect(sent).toHaveCount(1);
  const id = await sent.locator("strong").textContent();
  const ad = await (await page.request.get(`/api/ads/inventory/${id}`)).json();
  expect(ad).toMatchObject({ carrier: "lamp", note: "旧版本留下" });
});
