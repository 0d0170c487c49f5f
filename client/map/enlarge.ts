import type { Layer as DeckLayer } from "@deck.gl/core";
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Drawing } from "./layers/layer.ts";

/**
 * Walls draw the desk's cartography larger: what is so many px there is `scale` times as many here, and what appears at a
 * zoom there appears log2(scale) further in, where the same ground takes as many of the larger px.
 */
export type MapScale = number;

/** The zoom at which a desk would show the same ground on as many of its px; what is fitted to a step of it is on it. */
export function deskZoom(zoom: number, scale: MapScale): number {
  return Math.round((zoom - Math.log2(scale)) * 1e6) / 1e6;
}

export function enlargedStyle(style: StyleSpecification, scale: MapScale): StyleSpecification {
  if (scale === 1) return style;
  return { ...style, layers: style.layers.map((layer) => enlargedLayer(layer, scale)) };
}

const made = new WeakMap<Drawing, { readonly scale: MapScale; readonly drawing: Drawing }>();

/** The same drawing larger; the very same value for the same drawing and scale. */
export function enlargedDrawing(drawing: Drawing, scale: MapScale): Drawing {
  if (scale === 1) return drawing;
  const known = made.get(drawing);
  if (known?.scale === scale) return known.drawing;
  const larger: Drawing = {
    ...drawing,
    ...(drawing.sources && { sources: enlargedSources(drawing.sources, scale) }),
    ...(drawing.style && { style: drawing.style.map((layer) => enlargedLayer(layer, scale)) }),
    ...(drawing.deck && { deck: drawing.deck.map((layer) => enlargedDeck(layer, scale)) }),
  };
  made.set(drawing, { scale, drawing: larger });
  return larger;
}

/** Pictures are enlarged so far at most: beyond, finer ones are asked for. */
const MOST_TIMES_PICTURE = 2;

/** Tiles of pictures are those of the desk's zoom, not the four times as many of the next. */
function enlargedSources(
  sources: NonNullable<Drawing["sources"]>,
  scale: MapScale,
): NonNullable<Drawing["sources"]> {
  const larger = (source: SourceSpecification): SourceSpecification => {
    if (source.type !== "raster") return source;
    const px = (source.tileSize ?? 512) * Math.min(scale, MOST_TIMES_PICTURE);
    return { ...source, tileSize: Math.round(px) };
  };
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, larger(source)]),
  );
}

/** Properties of style layers that are px; what is in em or shares follows by itself. */
const IN_PX = new Set([
  "line-width",
  "line-offset",
  "line-gap-width",
  "text-size",
  "text-padding",
  "text-halo-width",
  "symbol-spacing",
  "circle-radius",
  "circle-stroke-width",
]);

function enlargedLayer(layer: LayerSpecification, scale: MapScale): LayerSpecification {
  const deeper = Math.log2(scale);
  const { minzoom, maxzoom } = layer;
  return {
    ...layer,
    ...(minzoom !== undefined && { minzoom: styleZoom(minzoom + deeper) }),
    ...(maxzoom !== undefined && { maxzoom: styleZoom(maxzoom + deeper) }),
    ...("paint" in layer && { paint: enlargedProperties(layer.paint, scale) }),
    ...("layout" in layer && { layout: enlargedProperties(layer.layout, scale) }),
  } as LayerSpecification;
}

/** One layer beyond what a style may say, and the map draws nothing at all. */
function styleZoom(zoom: number): number {
  return Math.max(0, Math.min(24, zoom));
}

function enlargedProperties(properties: object | undefined, scale: MapScale): object {
  const entries = Object.entries(properties ?? {}).map(([name, value]) => [
    name,
    enlargedValue(value, IN_PX.has(name) ? scale : 1, Math.log2(scale)),
  ]);
  return Object.fromEntries(entries);
}

type Ramp = readonly [
  head: readonly unknown[],
  first: readonly unknown[],
  rest: readonly unknown[],
];

/** Numbers grow; steps and ramps over the zoom move to where the same ground is drawn. */
function enlargedValue(value: unknown, factor: number, deeper: number): unknown {
  if (typeof value === "number") return value * factor;
  if (!Array.isArray(value)) return value;
  const ramp = zoomRamp(value);
  if (ramp) {
    const [head, first, rest] = ramp;
    const stops = rest.map((part, i) =>
      i % 2 === 0 ? Number(part) + deeper : enlargedValue(part, factor, deeper),
    );
    return [...head, ...first.map((part) => enlargedValue(part, factor, deeper)), ...stops];
  }
  return factor === 1 ? value : ["*", factor, value];
}

/** A ramp or a step over the zoom: its head, the value before the first stop, and stops with their values. */
function zoomRamp(value: readonly unknown[]): Ramp | null {
  const isZoom = (part: unknown) => Array.isArray(part) && part[0] === "zoom";
  if (value[0] === "interpolate" && isZoom(value[2])) {
    return [value.slice(0, 3), [], value.slice(3)];
  }
  if (value[0] === "step" && isZoom(value[1])) {
    return [value.slice(0, 2), value.slice(2, 3), value.slice(3)];
  }
  return null;
}

type Offset = readonly number[] | ((...of: readonly unknown[]) => readonly number[]);

function enlargedOffset(offset: Offset, scale: MapScale): Offset {
  if (typeof offset !== "function") return offset.map((px) => px * scale);
  return (...of) => offset(...of).map((px) => px * scale);
}

/** Marks, texts and lines of a deck layer; what is in metres stays. */
function enlargedDeck(layer: DeckLayer, scale: MapScale): DeckLayer {
  const props = layer.props as unknown as Readonly<Record<string, unknown>>;
  const offset = props.getPixelOffset;
  const isInPixels = props.radiusUnits === "pixels";
  return layer.clone({
    id: `${layer.id}@${scale.toFixed(3)}`,
    ...("sizeScale" in props && { sizeScale: scale }),
    ...(isInPixels && { radiusScale: scale }),
    ...(props.lineWidthUnits === "pixels" && { lineWidthScale: scale }),
    ...("bandScale" in props && { bandScale: scale }),
    ...(offset !== undefined && { getPixelOffset: enlargedOffset(offset as Offset, scale) }),
  } as never);
}
