import type { Layer as DeckLayer } from "@deck.gl/core";
import { replaceEqualDeep } from "@tanstack/react-query";
import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Drawing } from "./layers/layer.ts";
import { type Band, bands, slotOf } from "./slots.ts";

/** What sync asks of the map; the engine is one, a recording one serves the tests. */
export type SyncTarget = {
  whenReady(): Promise<void>;
  addSource(id: string, source: SourceSpecification): void;
  setSourceData(id: string, source: SourceSpecification): boolean;
  removeSource(id: string): void;
  addLayer(layer: LayerSpecification, beforeId: string): void;
  removeLayer(id: string): void;
  setDeckLayers(layers: readonly DeckLayer[]): void;
  whenSourceLoaded(id: string): Promise<void>;
};

/** Which of these sources, as the map names them, a drawing has. */
export function hasAnySource({ sources = {} }: Drawing, ids: readonly string[]): boolean {
  return Object.keys(sources).some((name) =>
    ids.some((id) => id === name || id.startsWith(`${name}~`)),
  );
}

/** One layer's wish, with the band that it goes into. */
export type WantedDrawing = { readonly id: string; readonly band: Band; readonly drawing: Drawing };

type Shown = {
  readonly drawing: Drawing;
  /** Under which id each source of the drawing stands on the map. */
  readonly sources: ReadonlyMap<string, string>;
  /** The last picture that came, which stays under this one until tiles of this have come. */
  readonly leaving: Leaving | null;
};

type Leaving = { readonly layers: readonly string[]; readonly sources: readonly string[] };

/**
 * Brings the map to the newest wish, one change at a time. Wishes that come while it works replace each other; what is shown
 * is recorded only when it stands. A picture source with another address is put on beside the old one, which goes when
 * the new one has its tiles, so that nothing blinks, and stays where they do not come.
 */
export class LayerSync {
  readonly #target: SyncTarget;
  #wanted: readonly WantedDrawing[] = [];
  #shown = new Map<string, Shown>();
  #isRunning = false;
  #isDirty = false;

  constructor(target: SyncTarget) {
    this.#target = target;
  }

  want(wanted: readonly WantedDrawing[]): void {
    this.#wanted = wanted;
    this.#isDirty = true;
    if (!this.#isRunning) void this.#run();
  }

  /** The map has a new base style: nothing of ours is on it any more. */
  forget(): void {
    this.#shown = new Map();
    this.want(this.#wanted);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isDirty) {
      this.#isDirty = false;
      await this.#target.whenReady();
      this.#apply(this.#wanted);
    }
    this.#isRunning = false;
  }

  #apply(wanted: readonly WantedDrawing[]): void {
    const isWanted = new Set(wanted.map(({ id }) => id));
    for (const [id, shown] of this.#shown) {
      if (isWanted.has(id)) continue;
      this.#takeOff(shown.leaving);
      this.#takeOff(asLeaving(shown));
      this.#shown.delete(id);
    }
    const inOrder = inPaintOrder(wanted);
    const lowest = new Map<Band, string>();
    for (const { id, band, drawing } of inOrder.toReversed()) {
      const above = lowest.get(band) ?? slotOf(band);
      const before = this.#shown.get(id);
      const shown =
        before?.drawing === drawing ? before : this.#replace(id, before, drawing, above);
      this.#shown.set(id, shown);
      lowest.set(band, styleOf(shown)[0]?.id ?? above);
    }
    this.#target.setDeckLayers(inOrder.flatMap(({ drawing }) => drawing.deck ?? []));
  }

  /** Sources whose data can be swapped stay, as do equal sources and layers: what stays does not blink. */
  #replace(id: string, shown: Shown | undefined, drawing: Drawing, above: string): Shown {
    // Its tiles have not come: another picture goes over the one before it.
    const isBare = shown?.leaving != null && !hasSameSources(shown.drawing, drawing);
    if (isBare) this.#takeOff(asLeaving(shown));
    const standing = isBare ? undefined : shown;
    const before = standing ? asLeaving(standing) : null;
    const taken = isBare ? shown.leaving?.sources : before?.sources;
    const sources = new Map<string, string>();
    for (const [name, source] of Object.entries(drawing.sources ?? {})) {
      const known = standing?.sources.get(name);
      const isKept =
        known !== undefined &&
        (isEqual(standing?.drawing.sources?.[name], source) ||
          this.#target.setSourceData(known, source));
      sources.set(name, isKept ? known : this.#addSource(name, source, taken));
    }
    const kept = new Set(sources.values());
    const replaced = before?.sources.filter((source) => !kept.has(source)) ?? [];
    const isPicture = Object.values(drawing.sources ?? {}).some(({ type }) => type === "raster");
    const waits = isPicture && replaced.length > 0;
    const covered = waits && before ? { layers: before.layers, sources: replaced } : null;

    const next: Shown = { drawing, sources, leaving: shown?.leaving ?? covered };
    this.#replaceLayers(standing && !waits ? styleOf(standing) : [], styleOf(next), above);
    if (next.leaving) this.#takeOffWhenCovered(id, next);
    if (!waits) this.#takeOff({ layers: [], sources: replaced });
    return next;
  }

  /** Layers that are the same stay where they are; the others go on between them, below what is above all of them. */
  #replaceLayers(
    before: readonly LayerSpecification[],
    after: readonly LayerSpecification[],
    above: string,
  ): void {
    const kept = new Set(
      after.filter((layer) => before.some((old) => isEqual(old, layer))).map(({ id }) => id),
    );
    for (const { id } of before) if (!kept.has(id)) this.#target.removeLayer(id);
    let next = above;
    for (const layer of after.toReversed()) {
      if (!kept.has(layer.id)) this.#target.addLayer(layer, next);
      next = layer.id;
    }
  }

  /**
   * A picture source goes under one of two ids: the one before may still be on the map under the other. No more than two, as the
   * library keeps something for every id of a layer that it ever drew.
   */
  #addSource(name: string, source: SourceSpecification, taken: readonly string[] = []): string {
    const turn = taken.includes(`${name}~1`) ? 2 : 1;
    const id = source.type === "raster" ? `${name}~${turn}` : name;
    this.#target.addSource(id, source);
    return id;
  }

  #takeOffWhenCovered(id: string, next: Shown): void {
    const covering = [...next.sources.values()].map((source) =>
      this.#target.whenSourceLoaded(source),
    );
    void Promise.all(covering).then(() => {
      if (this.#shown.get(id) !== next) return;
      this.#takeOff(next.leaving);
      this.#shown.set(id, { ...next, leaving: null });
    });
  }

  #takeOff(leaving: Leaving | null): void {
    for (const id of leaving?.layers ?? []) this.#target.removeLayer(id);
    for (const id of leaving?.sources ?? []) this.#target.removeSource(id);
  }
}

function asLeaving(shown: Shown): Leaving {
  return { layers: styleOf(shown).map(({ id }) => id), sources: [...shown.sources.values()] };
}

/** The style layers as they stand on the map: a source that goes under another id gives its layers other ids too. */
function styleOf({ drawing, sources }: Shown): LayerSpecification[] {
  return (drawing.style ?? []).map((layer) => {
    if (!("source" in layer)) return layer;
    const source = sources.get(layer.source) ?? layer.source;
    const suffix = source === layer.source ? "" : source.slice(source.indexOf("~"));
    return { ...layer, id: `${layer.id}${suffix}`, source } as LayerSpecification;
  });
}

function inPaintOrder(wanted: readonly WantedDrawing[]): readonly WantedDrawing[] {
  return [...wanted].sort((a, b) => bands.indexOf(a.band) - bands.indexOf(b.band));
}

function hasSameSources(a: Drawing, b: Drawing): boolean {
  return isEqual(a.sources, b.sources);
}

function isEqual(a: unknown, b: unknown): boolean {
  return replaceEqualDeep(a, b) === a;
}
