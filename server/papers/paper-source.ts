import type { CityPack } from "../../domain/city-pack.ts";
import { type MapSource, type Shape, shapeLayer } from "../../domain/paper-map/map-source.ts";
import { type SectionEndFinder, sectionEnds } from "../../domain/section-ends.ts";

/** What papers are drawn from that stays while the city runs. */
export type PaperSource = { readonly map: MapSource; readonly endsOf: SectionEndFinder };

type Geography = Pick<CityPack, "roads" | "rivers" | "basemap">;

const made = new WeakMap<Geography, PaperSource>();

/** Made with the first paper of a city: some 50 ms, and the pack's vertices once more as flat arrays. */
export function paperSource(pack: Geography): PaperSource {
  const known = made.get(pack);
  if (known) return known;
  const { roads, rivers, basemap } = pack;
  const nameless = (_: unknown, lines: Float64Array[]): Shape => ({ id: "", name: null, lines });
  const source: PaperSource = {
    map: {
      roads: shapeLayer(roads, ({ id, name, class: roadClass, highway }, lines) => ({
        id,
        name,
        class: roadClass,
        highway,
        lines,
      })),
      rivers: shapeLayer(rivers, ({ id, name }, lines): Shape => ({ id, name, lines })),
      water: shapeLayer(basemap.water, nameless),
      green: shapeLayer(basemap.green, nameless),
      buildings: shapeLayer(basemap.buildings, nameless),
    },
    endsOf: sectionEnds(roads),
  };
  made.set(pack, source);
  return source;
}
