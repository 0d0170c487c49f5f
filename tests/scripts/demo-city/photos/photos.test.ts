import { decode } from "fast-png";
import { beforeAll, describe, expect, test } from "vitest";
import type { PackFile } from "../../../../scripts/demo-city/files/pack-file.ts";
import { drawPhotos } from "../../../../scripts/demo-city/photos/photos.ts";

let photos: PackFile[] = [];
beforeAll(() => {
  photos = drawPhotos();
});

const pixels = (path: string) => {
  const { content } = photos.find((photo) => photo.path === path)!;
  return decode(content as Uint8Array);
};

describe("the drawn pictures", () => {
  test("are PNG files of 320 × 240 whose foot says 演示图片: the band is there on every one", () => {
    for (const { path } of photos) {
      const { width, height, data, palette } = pixels(path);
      expect([width, height]).toEqual([320, 240]);
      const foot = data.slice(width * (height - 32));
      const [light, dark] = [20, 21];
      expect(new Set(foot), path).toEqual(new Set([light, dark]));
      expect(palette![light]).toEqual([250, 250, 248]);
      expect(foot.filter((ink) => ink === light).length).toBeGreaterThan(400);
    }
  });

  test("show before and after in the same street, with something changed", () => {
    const before = pixels("photos/garbage-03-before.png");
    const after = pixels("photos/garbage-03-after.png");
    const differing = before.data.filter((ink, i) => ink !== after.data[i]).length;
    expect(differing).toBeGreaterThan(300);
    expect(differing).toBeLessThan(before.data.length / 3);
  });

  test("are the same bytes every time", () => {
    expect(drawPhotos()).toEqual(photos);
  });
});
