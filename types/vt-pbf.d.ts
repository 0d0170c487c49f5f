declare module "vt-pbf" {
  type Tile = { features: unknown[] };
  type Options = { version?: number; extent?: number };
  export function fromGeojsonVt(layers: Record<string, Tile>, options?: Options): Uint8Array;
}
