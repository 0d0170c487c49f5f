import { expect, type Page } from "@playwright/test";
import { quiet } from "./quiet.ts";

const STILL_MS = 700;
/** Software rendering takes its time. */
const WITHIN_MS = 30_000;

/** The map without the cards that lie on it. */
export function mapPicture(page: Page): Promise<Buffer> {
  const style = ".map-panel > :not(.map) { opacity: 0 !important; transition: none !important }";
  return page.getByTestId("map").screenshot({ style });
}

/** A picture once it stands still: all has come, and two in a row are the same. */
export async function stillPicture(
  page: Page,
  take: () => Promise<Buffer> = () => mapPicture(page),
): Promise<Buffer> {
  await quiet(page);
  let picture = await take();
  const isStill = async () => {
    await page.waitForTimeout(STILL_MS);
    const before = picture;
    picture = await take();
    return picture.equals(before);
  };
  await expect.poll(isStill, { timeout: WITHIN_MS, intervals: [0] }).toBe(true);
  return picture;
}

/** The same once it is another picture than each of those before. */
export async function otherPicture(
  page: Page,
  before: readonly Buffer[],
  take?: () => Promise<Buffer>,
): Promise<Buffer> {
  let picture = await stillPicture(page, take);
  await expect(async () => {
    const isOld = before.some((each) => each.equals(picture));
    if (isOld) picture = await stillPicture(page, take);
    expect(isOld, "the picture is another one").toBe(false);
  }).toPass({ timeout: WITHIN_MS });
  return picture;
}
