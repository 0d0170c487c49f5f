import { expect, test } from "@playwright/test";

test("Chinese is drawn with glyphs of its own, not with boxes", async ({ page }) => {
  await page.setContent("<p>网格一张图</p>");
  const pictures = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("no canvas");
    const pictureOf = (text: string) => {
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.font = "40px sans-serif";
      context.fillText(text, 10, 60);
      return context.getImageData(0, 0, 80, 80).data.join();
    };
    return [..."网格图"].map(pictureOf);
  });
  expect(new Set(pictures).size, "install a Chinese font, e.g. fonts-noto-cjk").toBe(3);
});
