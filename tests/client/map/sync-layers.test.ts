import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import type { Drawing } from "../../../client/map/layers/layer.ts";
import { LayerSync, type SyncTarget, type WantedDrawing } from "../../../client/map/sync-layers.ts";

/** A map that writes down what is on it, in paint order. */
function recordingTarget() {
  const sources = new Map<string, SourceSpecification>();
  const layers: { id: string; source: string | undefined }[] = [];
  const loads: { id: string; done: () => void }[] = [];
  const log: string[] = [];
  let release: () => void = () => undefined;
  let isHeld = false;
  const target: SyncTarget = {
    whenReady: () =>
      isHeld
        ? new Promise((resolve) => {
            release = resolve;
          })
        : Promise.resolve(),
    addSource(id, source) {
      if (sources.has(id)) throw new Error(`source ${id} is there already`);
      sources.set(id, source);
      log.push(`+source ${id}`);
    },
    setSourceData(id, source) {
      if (source.type !== "geojson" || sources.get(id)?.type !== "geojson") return false;
      sources.set(id, source);
      log.push(`~source ${id}`);
      return true;
    },
    removeSource(id) {
      if (layers.some(({ source }) => source === id)) throw new Error(`source ${id} is in use`);
      sources.delete(id);
      log.push(`-source ${id}`);
    },
    addLayer(layer: LayerSpecification, beforeId) {
      if (layers.some(({ id }) => id === layer.id))
        throw new Error(`layer ${layer.id} is there already`);
      const source = "source" in layer ? layer.source : undefined;
      if (source !== undefined && !sources.has(source))
        throw new Error(`layer ${layer.id} lacks ${source}`);
      const above = layers.findIndex(({ id }) => id === beforeId);
      if (above < 0 && !beforeId.startsWith("slot-")) throw new Error(`no layer ${beforeId}`);
      layers.splice(above < 0 ? layers.length : above, 0, { id: layer.id, source });
      log.push(`+layer ${layer.id}`);
    },
    removeLayer(id) {
      log.push(`-layer ${id}`);
      const at = layers.findIndex((layer) => layer.id === id);
      if (at >= 0) layers.splice(at, 1);
    },
    setDeckLayers: () => undefined,
    whenSourceLoaded: (id) => new Promise((resolve) => loads.push({ id, done: resolve })),
  };
  return {
    target,
    sources,
    layers,
    loads,
    log,
    hold: () => {
      isHeld = true;
    },
    free: () => {
      isHeld = false;
      release();
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function geo(id: string, data: string): WantedDrawing {
  const drawing: Drawing = {
    sources: { [`${id}-data`]: { type: "geojson", data } },
    style: [{ id: `${id}-line`, type: "line", source: `${id}-data` }],
  };
  return { id, band: "lines", drawing };
}

function heat(url: string): WantedDrawing {
  const drawing: Drawing = {
    sources: { "heat-tiles": { type: "raster", tiles: [url], tileSize: 256 } },
    style: [{ id: "heat-raster", type: "raster", source: "heat-tiles" }],
  };
  return { id: "heat", band: "areas", drawing };
}

describe("bringing the map to what is wanted", () => {
  test("puts on, swaps data in place, and takes off", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    sync.want([geo("zones", "a"), geo("roads", "b")]);
    await settled();
    expect(map.layers.map(({ id }) => id)).toEqual(["zones-line", "roads-line"]);
    sync.want([geo("zones", "c")]);
    await settled();
    expect(map.log).toContain("~source zones-data");
    expect([...map.sources.keys()]).toEqual(["zones-data"]);
    expect(map.layers.map(({ id }) => id)).toEqual(["zones-line"]);
  });

  test("a drawing that did not change is not touched", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    const zones = geo("zones", "a");
    sync.want([zones]);
    await settled();
    const before = map.log.length;
    sync.want([zones]);
    await settled();
    expect(map.log.length).toBe(before);
  });

  test("other data leave layers where they are, and another layer goes on between them", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    const zones = (data: string, picked: string[], colour = "blue"): WantedDrawing => {
      const source = "zones-data";
      const line = (id: string): LayerSpecification => ({ id, type: "line", source });
      const area: LayerSpecification = {
        ...{ id: "zones-area", type: "fill", source },
        paint: { "fill-color": colour },
      } as LayerSpecification;
      const style = [area, ...picked.map(line), line("zones-line")];
      const drawing: Drawing = { sources: { [source]: { type: "geojson", data } }, style };
      return { id: "zones", band: "lines", drawing };
    };
    sync.want([zones("a", [])]);
    await settled();
    for (const [wanted, change] of [
      [zones("b", []), ["~source zones-data"]],
      [zones("b", ["zones-picked"]), ["+layer zones-picked"]],
      [zones("b", ["zones-picked"], "red"), ["-layer zones-area", "+layer zones-area"]],
      [zones("b", [], "red"), ["-layer zones-picked"]],
    ] as const) {
      const from = map.log.length;
      sync.want([wanted]);
      await settled();
      expect(map.log.slice(from)).toEqual(change);
      expect(map.layers.map(({ id }) => id)).toEqual(wanted.drawing.style?.map(({ id }) => id));
    }
  });

  test("layers of a band lie as they were asked for, whichever comes first", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    const roads = geo("roads", "b");
    sync.want([roads]);
    await settled();
    sync.want([geo("zones", "a"), roads, geo("names", "c")]);
    await settled();
    const order = ["zones-line", "roads-line", "names-line"];
    expect(map.layers.map(({ id }) => id)).toEqual(order);
    const style = roads.drawing.style?.map((layer) => ({ ...layer, minzoom: 9 })) ?? [];
    const redrawn: Drawing = { ...roads.drawing, style };
    sync.want([geo("zones", "a"), { ...roads, drawing: redrawn }, geo("names", "c")]);
    await settled();
    expect(map.layers.map(({ id }) => id)).toEqual(order);
  });

  test("of wishes that come while it works only the newest is carried out", async () => {
    const map = recordingTarget();
    map.hold();
    const sync = new LayerSync(map.target);
    for (const data of ["1", "2", "3"]) sync.want([geo("zones", data)]);
    map.free();
    await settled();
    expect(map.log).toEqual(["+source zones-data", "+layer zones-line"]);
    expect(map.sources.get("zones-data")).toMatchObject({ data: "3" });
  });

  test("old tiles stay until the new ones have come", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    sync.want([heat("/a")]);
    await settled();
    sync.want([heat("/b")]);
    await settled();
    expect(map.layers).toHaveLength(2);
    expect([...map.sources.values()].map((s) => (s.type === "raster" ? s.tiles : []))).toEqual([
      ["/a"],
      ["/b"],
    ]);
    map.loads[0]!.done();
    await settled();
    expect(map.layers).toHaveLength(1);
    expect([...map.sources.values()]).toMatchObject([{ tiles: ["/b"] }]);
    sync.want([heat("/c")]);
    await settled();
    sync.want([]);
    await settled();
    for (const { done } of map.loads) done();
    await settled();
    expect(map.layers).toEqual([]);
    expect(map.sources.size).toBe(0);
  });

  test("a picture whose tiles do not come leaves the last one that came", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    const shown = () => [...map.sources.values()].map((s) => (s.type === "raster" ? s.tiles : []));
    for (const url of ["/a", "/b", "/c"]) {
      sync.want([heat(url)]);
      await settled();
    }
    expect(shown()).toEqual([["/a"], ["/c"]]);
    expect(map.layers.map(({ id }) => id)).toEqual(["heat-raster~1", "heat-raster~2"]);
    map.loads.at(-1)?.done();
    await settled();
    expect(shown()).toEqual([["/c"]]);
  });

  test("pictures that follow each other take turns under two ids, however many come", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    const ids = new Set<string>();
    for (let turn = 0; turn < 12; turn++) {
      sync.want([heat(`/${turn}`)]);
      await settled();
      for (const { id } of map.layers) ids.add(id);
      if (turn % 3 > 0) for (const { done } of map.loads.splice(0)) done();
      await settled();
    }
    expect([...ids].sort()).toEqual(["heat-raster~1", "heat-raster~2"]);
  });

  test("random wishes never break the map and always end in what was wanted last", async () => {
    const map = recordingTarget();
    const sync = new LayerSync(map.target);
    const wishes = [
      [geo("zones", "a"), heat("/a")],
      [heat("/b")],
      [],
      [geo("roads", "x"), heat("/a"), geo("zones", "b")],
      [heat("/c"), geo("zones", "c")],
      [geo("zones", "c")],
    ];
    let seed = 7;
    for (let round = 0; round < 200; round++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const wish = wishes[seed % wishes.length]!;
      sync.want(wish);
      await settled();
      if (seed % 3 === 0) for (const { done } of map.loads.splice(0)) done();
      await settled();
    }
    sync.want([geo("zones", "z"), heat("/z")]);
    await settled();
    for (const { done } of map.loads.splice(0)) done();
    await settled();
    expect(map.layers).toHaveLength(2);
    expect([...map.sources.values()]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ data: "z" }),
        expect.objectContaining({ tiles: ["/z"] }),
      ]),
    );
  });
});
