import { expect, test } from "vitest";
import { progressBar } from "../../../scripts/city/progress-bar.ts";

function drawing(isTTY: boolean) {
  let clock = 0;
  let written = "";
  const write = (text: string) => {
    written += text;
    return true;
  };
  const bar = progressBar({ isTTY, write } as unknown as NodeJS.WriteStream, () => clock);
  return {
    bar,
    at(ms: number, share: number) {
      clock = ms;
      bar.update(share, `${ms} ms`);
    },
    taken() {
      const text = written;
      written = "";
      return text;
    },
  };
}

test("on a terminal the bar redraws its line ten times a second at most and clears it at the end", () => {
  const { bar, at, taken } = drawing(true);
  at(0, 0);
  at(50, 0.2);
  at(100, 0.5);
  expect(taken()).toBe(
    `\r\u001b[2K${"░".repeat(30)} 0% 0 ms\r\u001b[2K${"█".repeat(15)}${"░".repeat(15)} 50% 100 ms`,
  );
  bar.end();
  expect(taken()).toBe("\r\u001b[2K");
});

test("elsewhere it writes a plain line a tenth, and none that steers", () => {
  const { bar, at, taken } = drawing(false);
  at(0, 0.05);
  at(2000, 0.11);
  at(2500, 0.35);
  at(4000, 0.19);
  at(5000, 1.5);
  bar.end();
  expect(taken()).toBe("11% 2000 ms\n100% 5000 ms\n");
});
