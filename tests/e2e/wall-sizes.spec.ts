import { expect, type Page, test } from "@playwright/test";
import { wallLayout } from "../../client/features/screen/wall-layout.ts";
import { defaultScreen } from "../../domain/screen/default-screen.ts";
import { illegibleTexts } from "./wall-legibility.ts";

const LOADED_WITHIN_MS = 60_000;
const LONGEST_MS = 400;
/** Of what only fades, for those who asked for less motion. */
const LONGEST_FADE_MS = 120;

/** English words are longer; what fits at a size fits at its multiples. */
const sizes = {
  zh: [
    [1920, 1080],
    [2560, 1440],
    [3840, 2160],
    [3840, 1080],
    [7680, 2160],
  ],
  en: [
    [1920, 1080],
    [3840, 1080],
  ],
} as const;

/** A wall as it stands with a stamp for a map: a card that is a program takes seconds for one at 7680 × 2160. */
async function openWall(page: Page, language: "zh" | "en"): Promise<void> {
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      const style = document.createElement("style");
      style.textContent =
        ".wall .wall-map > .map { inset: 0 auto auto 0; width: 96px; height: 96px; }";
      document.head.append(style);
    });
  });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`/screen?scene=overview&hold=1${language === "en" ? "&lang=en" : ""}`);
  await page.locator("main.wall[data-step]").waitFor({ timeout: LOADED_WITHIN_MS });
}

/** Its letters have the size that the window asks for. */
async function laidOut(page: Page, unit: number): Promise<void> {
  const fontPx = () =>
    page
      .locator("main.wall")
      .evaluate((wall) => Number.parseFloat(getComputedStyle(wall).fontSize));
  await expect.poll(fontPx, { timeout: LOADED_WITHIN_MS }).toBeCloseTo(19 * unit, 1);
}

async function loaded(page: Page): Promise<void> {
  await expect(page.locator(".wall-panel.is-loading")).toHaveCount(0, {
    timeout: LOADED_WITHIN_MS,
  });
  await expect(page.locator(".is-going")).toHaveCount(0, { timeout: LOADED_WITHIN_MS });
}

for (const language of ["zh", "en"] as const) {
  test(`every scene can be read at every size, ${language}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openWall(page, language);
    const found: string[] = [];
    for (const [i, { id }] of defaultScreen.scenes.entries()) {
      await page.locator(".wall-dots button").nth(i).click();
      await expect(page.locator("main.wall")).toHaveAttribute("data-step", new RegExp(`^${id}`), {
        timeout: LOADED_WITHIN_MS,
      });
      for (const [width, height] of sizes[language]) {
        await page.setViewportSize({ width, height });
        await laidOut(page, wallLayout(width, height).unit);
        await loaded(page);
        for (const fault of await illegibleTexts(page)) {
          found.push(`${id} ${width}×${height}: ${fault}`);
        }
      }
      await page.setViewportSize({ width: 1920, height: 1080 });
    }
    expect(found).toEqual([]);
  });
}

test("nothing on a wall moves for longer than 400 ms", async ({ page }) => {
  test.setTimeout(120_000);
  await openWall(page, "zh");
  await loaded(page);
  const slow = await page.evaluate((longest) => {
    const seconds = (text: string) =>
      text
        .split(",")
        .map((part) => Number.parseFloat(part) * (part.trim().endsWith("ms") ? 1 : 1000));
    const rulesOf = (list: CSSRuleList): CSSStyleRule[] =>
      [...list].flatMap((rule) => {
        if (rule instanceof CSSStyleRule) return [rule];
        return rule instanceof CSSGroupingRule ? rulesOf(rule.cssRules) : [];
      });
    return [...document.styleSheets]
      .flatMap((sheet) => rulesOf(sheet.cssRules))
      .filter(({ selectorText }) => /wall|is-going/.test(selectorText))
      .filter(({ style }) =>
        [style.transitionDuration, style.animationDuration].some(
          (text) => text !== "" && seconds(text).some((ms) => ms > longest),
        ),
      )
      .map(({ selectorText }) => selectorText);
  }, LONGEST_MS);
  expect(slow).toEqual([]);
});

test("who asked for less motion sees none: scenes, news and numbers change at once", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openWall(page, "zh");
  await loaded(page);
  await watchAnimations(page);
  for (const { id } of defaultScreen.scenes.slice(1, 4)) {
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("main.wall")).toHaveAttribute("data-step", new RegExp(`^${id}`), {
      timeout: LOADED_WITHIN_MS,
    });
    await loaded(page);
  }
  const answer = await page.request.post("/api/problems", {
    headers: { origin: baseURL ?? "" },
    data: {
      clientId: `still-${Date.now()}`,
      category: "E0102",
      source: "hotline",
      position: [114.3, 30.6],
    },
  });
  expect(answer.status()).toBe(201);
  await expect(page.locator(".wall-footer li").first()).toContainText("暴露垃圾", {
    timeout: LOADED_WITHIN_MS,
  });
  const moved = await page.evaluate(() => (window as unknown as Watched).moved);
  expect(moved.filter(({ what, ms }) => what !== "opacity" || ms > LONGEST_FADE_MS)).toEqual([]);
});

type Watched = { moved: { readonly what: string; readonly ms: number }[] };

/** Writes down every animation of the wall, frame by frame. */
async function watchAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.moved = [];
    const look = () => {
      for (const animation of document.getAnimations()) {
        const what =
          animation instanceof CSSTransition ? animation.transitionProperty : "animation";
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
        if (!target?.closest(".wall")) continue;
        const ms = Number(animation.effect?.getTiming().duration ?? 0);
        watched.moved.push({ what, ms });
      }
      requestAnimationFrame(look);
    };
    look();
  });
}
