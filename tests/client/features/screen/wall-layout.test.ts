import { describe, expect, it } from "vitest";
import { placePanels } from "../../../../client/features/screen/place-panels.ts";
import { type Rect, wallLayout } from "../../../../client/features/screen/wall-layout.ts";
import { defaultScreen } from "../../../../domain/screen/default-screen.ts";

const overview = defaultScreen.scenes[0]?.panels ?? [];
const walls = [
  [1920, 1080, 2, 1],
  [2560, 1440, 2, 1],
  [3840, 2160, 2, 1],
  [2560, 1080, 3, 1],
  [3840, 1080, 4, 2],
  [7680, 2160, 4, 2],
  [1366, 768, 2, 1],
] as const;

describe("wallLayout", () => {
  it.each(walls)("lays out %i × %i", (width, height, columns, maps) => {
    const layout = wallLayout(width, height);
    expect(layout.columns).toHaveLength(columns);
    expect(layout.maps).toHaveLength(maps);
    const whole = { x: 0, y: 0, width, height };
    for (const { rect } of layout.columns) expect(isWithin(rect, whole)).toBe(true);
    for (const { rect, legend } of layout.maps) {
      expect(isWithin(rect, whole)).toBe(true);
      expect(isWithin(legend, whole)).toBe(true);
    }
  });

  it("follows the look at 1920 × 1080", () => {
    const { columns, header, ticker, maps, unit } = wallLayout(1920, 1080);
    expect(unit).toBe(1);
    expect(columns.map(({ rect }) => [rect.x, rect.width])).toEqual([
      [32, 412],
      [1476, 412],
    ]);
    expect(header.height).toBe(76);
    expect(ticker).toEqual({ x: 0, y: 1024, width: 1920, height: 56 });
    expect(maps[0]?.legend).toEqual({ x: 476, y: 936, width: 968, height: 88 });
  });

  it("doubles everything at 3840 × 2160", () => {
    const small = wallLayout(1920, 1080);
    const large = wallLayout(3840, 2160);
    expect(large.unit).toBe(2);
    expect(large.columns.map(({ rect }) => rect)).toEqual(
      small.columns.map(({ rect }) => times(rect, 2)),
    );
    expect(large.maps[0]?.padding.left).toBe(2 * (small.maps[0]?.padding.left ?? 0));
  });

  it.each([
    [3840, 1080],
    [7680, 2160],
  ])("keeps the joint of the screens free at %i × %i", (width, height) => {
    const { columns, maps, unit } = wallLayout(width, height);
    const joint = { from: width / 2 - 12 * unit, to: width / 2 + 12 * unit };
    const readable = [...columns.map(({ rect }) => rect), ...maps.map(({ legend }) => legend)];
    for (const { x, width: wide } of readable)
      expect(x + wide <= joint.from || x >= joint.to).toBe(true);
    expect(maps[0]?.rect.width).toBe(maps[1]?.rect.width);
    expect(maps.map(({ measure }) => measure)).toEqual(["backlog", "recurrence"]);
  });

  it("leaves out instead of shrinking below what can be read", () => {
    const layout = wallLayout(1366, 768);
    expect(layout.unit).toBe(0.8);
    expect(layout.dropped).toEqual(["sources", "governances"]);
    expect(wallLayout(1500, 900).dropped).toEqual(["sources"]);
  });

  it("puts the map above two columns on an upright screen", () => {
    const { shape, columns, maps } = wallLayout(1080, 1920);
    expect(shape).toBe("upright");
    const map = maps[0]?.rect;
    for (const { rect } of columns)
      expect(rect.y).toBeGreaterThan((map?.y ?? 0) + (map?.height ?? 0));
  });

  it("adds columns on still wider walls, never width", () => {
    const { columns, maps } = wallLayout(5760, 1080);
    expect(columns).toHaveLength(6);
    expect(maps).toHaveLength(2);
    for (const { rect } of columns) expect(rect.width).toBe(412);
  });
});

describe("placePanels", () => {
  it.each([...walls.map(([width, height]) => [width, height] as const), [1080, 1920] as const])(
    "overlaps nothing at %i × %i",
    (width, height) => {
      const layout = wallLayout(width, height);
      for (const { panels } of defaultScreen.scenes) {
        const { placed } = placePanels(panels, layout);
        for (const [i, a] of placed.entries()) {
          expect(layout.columns.some(({ rect }) => isWithin(a.rect, rect))).toBe(true);
          for (const b of placed.slice(i + 1)) expect(meets(a.rect, b.rect)).toBe(false);
        }
      }
    },
  );

  it("has the look's columns of the overview", () => {
    const { placed } = placePanels(overview, wallLayout(1920, 1080));
    const left = placed.filter(({ rect }) => rect.x < 960).map(({ id }) => id);
    const right = placed.filter(({ rect }) => rect.x > 960).map(({ id }) => id);
    expect(left).toEqual(["figures", "rates", "ranking"]);
    expect(right).toEqual(["places", "classes", "governances", "sources"]);
    expect(placed.find(({ id }) => id === "ranking")?.rows).toBeGreaterThanOrEqual(12);
    expect(placed.find(({ id }) => id === "places")?.rows).toBe(8);
  });

  it("fills a wide wall with what the scene did not name", () => {
    const { placed, left } = placePanels(["figures"], wallLayout(3840, 1080));
    expect(placed[0]?.id).toBe("figures");
    expect(placed.length).toBeGreaterThan(9);
    expect(left).toEqual([]);
  });

  it("leaves out the ticker where the footer has it", () => {
    const ids = placePanels(["ticker", "hours"], wallLayout(1920, 1080)).placed.map(({ id }) => id);
    expect(ids).toEqual(["hours"]);
  });
});

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  );
}

function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function times({ x, y, width, height }: Rect, factor: number): Rect {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}
