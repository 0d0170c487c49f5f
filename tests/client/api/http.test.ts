import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { getJson, sawRevision } from "../../../client/api/http.ts";

const sent: (string | null)[] = [];
let answer = () => Response.json({});

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("document", { documentElement: { lang: "zh-CN" } });
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    sent.push(new Headers(init.headers).get("Wangge-Revision"));
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const ask = () => getJson("zones", {}, z.object({})).catch(() => undefined);
const held = (revision: string) => () =>
  Response.json({}, { headers: { "Wangge-Revision": revision } });

test("a request asks for the highest revision that was seen, until nobody holds it", async () => {
  answer = held("7");
  await ask();
  answer = held("5");
  await ask();
  await ask();
  sawRevision(9);
  answer = () => {
    const error = { message: "…", details: { reason: "not-ready" } };
    return Response.json({ error }, { status: 503 });
  };
  await ask();
  answer = held("3");
  await ask();
  await ask();
  expect(sent).toEqual([null, "7", "7", "9", null, "3"]);
});
