import type { Layer as DeckLayer } from "@deck.gl/core";
import type { QueryClient, QueryFunctionContext, QueryKey } from "@tanstack/react-query";
import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import type { DutyColour, FilterParams, Picked } from "../../state/url-state.ts";
import type { Text } from "../../text/zh-cn.ts";
import type { MapPalette } from "../palette.ts";
import type { Band } from "../slots.ts";

/** What is on the map, where it looks once it rests, and what a person looks at: all that layers may know. */
export type Scope = {
  readonly filter: FilterParams;
  /** Of the rings, where they count other problems than the rest is about: on walls what is open. */
  readonly ringFilter?: FilterParams;
  /** The settled camera; extended a little beyond the window. */
  readonly bounds: Bounds;
  readonly zoom: number;
  /** What is picked, as the address has it. */
  readonly picked: string | undefined;
  /** Classes of recurring places that are shown, as requests take them. */
  readonly classes: string;
  /** By what the ground shows who answers for it; null: it does not. */
  readonly colour: DutyColour | null;
  /** Ids of all layers that are drawn: some keep clear of others. */
  readonly drawn: ReadonlySet<string>;
  readonly client: QueryClient;
};

export type View = {
  readonly palette: MapPalette;
  readonly text: Text;
  /** Floor of the settled zoom where drawing has steps. */
  readonly zoom: number;
  readonly latitude: number;
  readonly picked: Picked | null;
  /** Metres to a pixel at the settled zoom. */
  readonly metresPerPixel: number;
};

/** What a layer wants on the map: style sources and layers, deck layers, or both. Ids begin with the layer's. */
export type Drawing = {
  readonly sources?: Readonly<Record<string, SourceSpecification>>;
  readonly style?: readonly LayerSpecification[];
  readonly deck?: readonly DeckLayer[];
};

export const nothing: Drawing = {};

/** Query options; methods, so that each may know the exact types of its own key and answer. */
type LayerQuery<Data, Loaded = never> = {
  readonly queryKey: QueryKey;
  queryFn?(context: QueryFunctionContext): unknown;
  /** Asked again so often though nothing else was asked for, ms. */
  readonly refetchInterval?: unknown;
} & ({ queryFn?(context: QueryFunctionContext): Data | Promise<Data> } | PartOf<Data, Loaded>);

/** Draws a part of what is loaded, taken by one and the same function: while it stays as it is, nothing is drawn anew. */
type PartOf<Data, Loaded> = { select(loaded: Loaded): Data };

type LayerSpec<Id extends string, Data, Loaded = never> = {
  readonly id: Id;
  readonly title: (text: Text) => string;
  readonly band: Band;
  readonly isDefault: boolean;
  /** Layers of one group exclude each other: measures that must not be blended. */
  readonly exclusive?: string;
  /** Zooms at which there is something to draw. */
  readonly minZoom?: number;
  readonly maxZoom?: number;
  /** The same options a panel passes to useQuery, so both share one cache entry. */
  query(scope: Scope): LayerQuery<NoInfer<Data>, Loaded>;
  /** Pure: from data and palette to cartography. */
  draw(data: Data, view: View): Drawing;
  /** What a click on one of its objects means. */
  pick?(object: unknown): Picked | null;
};

/** A layer whose data type is known only to itself: what `query` yields is what `draw` takes. */
export type MapLayer<Id extends string = string> = LayerSpec<Id, unknown, unknown>;

/** Hides `Data`; safe because the sync loop only ever hands a layer its own loaded value. */
export function defineLayer<const Id extends string, Data>(
  spec: LayerSpec<Id, Data>,
): MapLayer<Id> {
  return spec as MapLayer<Id>;
}

/** For layers that draw from tiles the map loads by itself. */
export function withoutData(
  id: string,
  ...parts: readonly unknown[]
): LayerQuery<readonly unknown[]> {
  return { queryKey: ["no-data", id, ...parts], queryFn: () => Promise.resolve(parts) };
}

/** deck's way of saying which style layer it goes before. */
export function before(slot: string): { beforeId: string } {
  return { beforeId: slot };
}
