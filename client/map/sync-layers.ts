import type { Layer as DeckLayer } from "@deck.gl/core";
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

/** One layer's wish, with the band that it goes into. */
export type WantedDrawing = { readonly id: string; readonly band: Band; readonly drawing: Drawing };

type Shown = {
  readonly band: Band;
  readonly drawing: Drawing;
  readonly sources: ReadonlyMap<string, string>;
};

/**
 * Brings the map to the newest wish, one change at a time. Wishes that come while it works replace each other; what is shown
 * is recorded only when it stands. A picture source with another address is put on beside the old one, which goes when
 * the new one has its tiles, so that nothing blinks.
 */
export class LayerSync {
  readonly #target: SyncTarget;
  #wanted: readonly WantedDrawing[] = [];
  #shown = new Map<string, Shown>();
  #isRunning = false;
  #isDirty = false;
  #generation = 0;

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
      this.#remove(shown);
      this.#shown.delete(id);
    }
    for (const { id, band, drawing } of inPaintOrder(wanted)) {
      const shown = this.#shown.get(id);
      if (shown?.drawing === drawing) continue;
      this.#shown.set(id, this.#replace(shown, band, drawing));
    }
    this.#target.setDeckLayers(inPaintOrder(wanted).flatMap(({ drawing }) => drawing.deck ?? []));
  }

  /** Sources whose data can be swapped stay, layers are put on anew. */
  #replace(shown: Shown | undefined, band: Band, drawing: Drawing): Shown {
    const sources = new Map<string, string>();
    const leaving: { layers: readonly string[]; source: string; until: string }[] = [];
    for (const [name, source] of Object.entries(drawing.sources ?? {})) {
      const standing = shown?.sources.get(name);
      if (standing !== undefined && this.#target.setSourceData(standing, source)) {
        sources.set(name, standing);
        continue;
      }
      const isSame = standing !== undefined && isEqual(shown?.drawing.sources?.[name], source);
      if (isSame) {
        sources.set(name, standing);
        continue;
      }
      const id = standing === undefined ? name : `${name}~${++this.#generation}`;
      this.#target.addSource(id, source);
      sources.set(name, id);
      if (standing !== undefined)
        leaving.push({ layers: layersOf(shown, standing), source: standing, until: id });
    }
    const staying = new Set(leaving.flatMap(({ layers }) => layers));
    const idsBefore = shown ? styleOf(shown).map(({ id }) => id) : [];
    for (const id of idsBefore) if (!staying.has(id)) this.#target.removeLayer(id);
    const next: Shown = { band, drawing, sources };
    for (const layer of styleOf(next)) this.#target.addLayer(layer, slotOf(band));
    for (const { layers, source, until } of leaving) {
      void this.#target.whenSourceLoaded(until).then(() => {
        for (const id of layers) this.#target.removeLayer(id);
        this.#target.removeSource(source);
      });
    }
    const stillUsed = new Set([...sources.values(), ...leaving.map(({ source }) => source)]);
    for (const id of shown?.sources.values() ?? [])
      if (!stillUsed.has(id)) this.#target.removeSource(id);
    return next;
  }

  #remove(shown: Shown): void {
    for (const { id } of styleOf(shown)) this.#target.removeLayer(id);
    for (const id of shown.sources.values()) this.#target.removeSource(id);
  }
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

function layersOf(shown: Shown | undefined, source: string): readonly string[] {
  if (!shown) return [];
  return styleOf(shown)
    .filter((layer) => "source" in layer && layer.source === source)
    .map(({ id }) => id);
}

function inPaintOrder(wanted: readonly WantedDrawing[]): readonly WantedDrawing[] {
  return [...wanted].sort((a, b) => bands.indexOf(a.band) - bands.indexOf(b.band));
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
