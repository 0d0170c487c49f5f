import { describe, expect, it } from "vitest";
import {
  layersOfMeasure,
  missingLayers,
  wallLayers,
} from "../../../../client/features/screen/map-layers.ts";
import { wallPixelRatio } from "../../../../client/features/screen/wall-pixels.ts";
import { sceneLayers } from "../../../../domain/screen/scene.ts";

describe("layers of a wall", () => {
  it("has every layer that a scene can name", () => {
    expect(missingLayers(sceneLayers)).toEqual([]);
  });

  it("parts the measures where there are two maps", () => {
    const named = ["zones", "clusters", "hexagons", "recurring"] as const;
    expect(layersOfMeasure(named, "both")).toEqual(named);
    expect(layersOfMeasure(named, "backlog")).toEqual(["zones", "clusters"]);
    expect(layersOfMeasure(named, "recurrence")).toEqual(["zones", "hexagons", "recurring"]);
  });

  it("marks places on a map of recurrence alone, where heat has rings above it elsewhere", () => {
    const named = ["zones", "heat", "clusters"] as const;
    expect(layersOfMeasure(named, "both")).toEqual(named);
    expect(layersOfMeasure(named, "backlog")).toEqual(["zones", "clusters"]);
    expect(layersOfMeasure(named, "recurrence")).toEqual(["zones", "heat", "recurring"]);
  });

  it("shows the usual where a scene has nothing of a measure", () => {
    expect(layersOfMeasure(["zones", "hexagons"], "backlog")).toEqual(["zones", "clusters"]);
    expect(layersOfMeasure(["zones", "ads"], "recurrence")).toEqual(["zones", "heat", "recurring"]);
  });

  it("brings names with zones, marks places at every zoom, and keeps what needs to be near away", () => {
    const ids = wallLayers(["zones", "recurring", "places"], 12).map(({ id }) => id);
    expect(ids).toEqual(["zones", "recurring", "zone-labels", "picked"]);
  });
});

describe("wallPixelRatio", () => {
  it("is 1 on a wall in real pixels, and bounded where the system enlarges", () => {
    expect(wallPixelRatio(7680, 2160, 1)).toBe(1);
    expect(wallPixelRatio(1920, 1080, 2)).toBe(2);
    expect(wallPixelRatio(1920, 1080, 3)).toBe(2);
    const ratio = wallPixelRatio(7680, 2160, 2);
    expect(7680 * 2160 * ratio ** 2).toBeLessThanOrEqual(36e6 + 1);
  });
});
