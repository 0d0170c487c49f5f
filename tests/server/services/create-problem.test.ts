import { expect, test } from "vitest";
import { createProblem } from "../../../server/services/create-problem.ts";
import { gridCity } from "../../support/random-city.ts";
import { runningCity } from "../../support/test-city.ts";

const report = { category: "E0102", source: "citizen", position: null };

test("texts are kept without the blanks around them, as an import would keep them", async () => {
  const city = await runningCity(gridCity(), []);
  const { problem } = await createProblem(
    { city, actor: "test" },
    {
      ...report,
      clientId: "c1",
      description: " 垃圾\n",
      address: "\t中山路 1 号 ",
      assetId: " J7 ",
    },
  );
  expect(problem).toMatchObject({ description: "垃圾", address: "中山路 1 号", assetId: "J7" });
});

test("a blank address or asset is none, so that reports without one share no place", async () => {
  const city = await runningCity(gridCity(), []);
  const input = { ...report, address: "", assetId: "  " };
  const { problem } = await createProblem(
    { city, actor: "test" },
    { ...input, clientId: "c2", position: [114.305, 30.605] },
  );
  const { problem: far } = await createProblem(
    { city, actor: "test" },
    { ...input, clientId: "c3", position: [114.335, 30.635] },
  );
  expect(problem).toMatchObject({ address: null, assetId: null });
  expect(far.placeId).not.toBe(problem.placeId);
});
