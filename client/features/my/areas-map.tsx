import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { MyArea } from "../../../domain/contract/my.ts";
import { DutyList } from "../../../domain/contract/zones.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { getJson } from "../../api/http.ts";
import type { Drawing } from "../../map/layers/layer.ts";
import { type MapPalette, mapPalette } from "../../map/palette.ts";
import { useMapEngine } from "../../map/use-map-engine.ts";
import { useMyText } from "../../text/my-text.ts";
import { useMyCity } from "./my-city.ts";

type AreasMapProps = { readonly areas: readonly MyArea[]; readonly person: string };

const PADDING = { top: 24, right: 24, bottom: 24, left: 24 };

/** The ground that a person answers for, drawn by the map itself. */
export function AreasMap({ areas, person }: AreasMapProps) {
  const text = useMyText();
  const { city, theme } = useMyCity();
  const bounds = useMemo(() => unite(areas) ?? city.bounds, [areas, city]);
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const duties = useQuery({
    queryKey: ["duties-of", person],
    queryFn: ({ signal }) => getJson("duties", { person }, DutyList, signal),
    networkMode: "always",
  });
  const { container, sync } = useMapEngine({
    palette,
    label: text.my.mapLabel,
    camera: null,
    bounds,
    latitude: (bounds[1] + bounds[3]) / 2,
    paddingOf: () => PADDING,
    onRest: () => undefined,
    onClick: () => undefined,
  });
  useEffect(() => {
    if (!sync || !duties.data) return;
    sync.want([{ id: "mine", band: "lines", drawing: groundDrawing(duties.data, palette) }]);
  }, [sync, duties.data, palette]);
  return (
    <>
      <div className="my-map" ref={container} data-testid="my-map" />
      <p className="my-facts">{city.attribution}</p>
    </>
  );
}

function groundDrawing(duties: DutyList, palette: MapPalette): Drawing {
  const features = duties.features.flatMap(({ geometry }) =>
    geometry ? [{ type: "Feature" as const, geometry, properties: {} }] : [],
  );
  return {
    sources: {
      "mine-ground": { type: "geojson", data: { type: "FeatureCollection", features } },
    },
    style: [
      {
        id: "mine-line",
        type: "line",
        source: "mine-ground",
        layout: { "line-cap": "round", "line-join": "round" },
        paint: { "line-color": palette.section, "line-width": 3 },
      },
    ],
  };
}

function unite(areas: readonly MyArea[]): Bounds | null {
  const all = areas.flatMap(({ bounds }) => (bounds ? [bounds] : []));
  if (all.length === 0) return null;
  return [
    Math.min(...all.map(([west]) => west)),
    Math.min(...all.map(([, south]) => south)),
    Math.max(...all.map(([, , east]) => east)),
    Math.max(...all.map(([, , , north]) => north)),
  ];
}
