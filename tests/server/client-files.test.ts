import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clientFiles } from "../../server/client-files.ts";
import { errorResponse } from "../../server/error-response.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const scratch = scratchFolder();

test("while pages are replaced their addresses say so, and answer again afterwards", async () => {
  const folder = await scratch.folder();
  const index = join(folder, "index.html");
  const app = clientFiles(folder);
  app.onError((error, c) => errorResponse(error, c, { log: () => undefined }));
  await writeFile(index, "<p>页面</p>");
  expect(await (await app.request("/desk")).text()).toBe("<p>页面</p>");
  await rm(index);
  const missing = await app.request("/desk");
  expect(missing.status).toBe(503);
  expect(await missing.json()).toMatchObject({ error: { details: { reason: "not-ready" } } });
  await writeFile(index, "<p>新页面</p>");
  expect((await app.request("/desk")).status).toBe(200);
});
