import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import { zonesQuery } from "../../api/queries.ts";
import type { Drawing } from "../../map/layers/layer.ts";
import { type MapPalette, mapPalette } from "../../map/palette.ts";
import { useMapEngine } from "../../map/use-map-engine.ts";
import { useLook } from "../../shell/look.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { DefectActs } from "./defect-acts.tsx";
import { DefectWords } from "./defect-words.tsx";
import type { DutyTask } from "./duty-task.ts";
import { useDefectFacts } from "./use-defect-facts.ts";

const PADDING = { top: 20, right: 20, bottom: 20, left: 20 };
const POINTS = "defects-points";

type DefectMapProps = {
  readonly defects: readonly DutyDefectBody[];
  readonly picked: DutyDefectBody | null;
  readonly onPick: (defect: DutyDefectBody | null) => void;
  readonly onTask: (task: DutyTask) => void;
};

/** Defects where they are; a click on one says what mends it. */
export function DefectMap({ defects, picked, onPick, onTask }: DefectMapProps) {
  const text = useDutiesText().duties.defects;
  const { theme } = useLook();
  const { city } = useRunning();
  const zones = useQuery(zonesQuery({}, "zone"));
  const palette = useMemo(() => mapPalette(theme), [theme]);
  const { container, sync } = useMapEngine({
    palette,
    label: text.map,
    camera: null,
    bounds: city.bounds,
    latitude: (city.bounds[1] + city.bounds[3]) / 2,
    paddingOf: () => PADDING,
    onRest: () => undefined,
    onClick({ hits }) {
      const hit = hits.find(({ layerId }) => layerId === POINTS)?.object as
        | { properties?: { index?: number } }
        | undefined;
      onPick(defects[hit?.properties?.index ?? -1] ?? null);
    },
  });
  useEffect(() => {
    sync?.want([
      { id: "zones", band: "lines", drawing: zonesDrawing(zones.data, palette) },
      { id: "defects", band: "points", drawing: defectsDrawing(defects, picked, palette) },
    ]);
  }, [sync, zones.data, defects, picked, palette]);
  return (
    <div className="defect-map">
      <div className="map-box" ref={container} data-testid="defect-map" />
      {picked ? (
        <DefectCard defect={picked} onTask={onTask} />
      ) : (
        <p className="defect-card muted">{text.mapHint}</p>
      )}
    </div>
  );
}

function DefectCard({
  defect,
  onTask,
}: {
  defect: DutyDefectBody;
  onTask: (task: DutyTask) => void;
}) {
  const { kinds } = useDutiesText().duties.defects;
  const facts = useDefectFacts(defect);
  return (
    <div className="defect-card" role="status">
      <strong>{kinds[defect.kind]}</strong>
      <p>
        <DefectWords defect={defect} />
      </p>
      <p className="muted">{facts}</p>
      <p className="task-acts">
        <DefectActs defect={defect} onTask={onTask} />
      </p>
    </div>
  );
}

function zonesDrawing(zones: ZoneList | undefined, palette: MapPalette): Drawing {
  return {
    sources: {
      "defects-zones": {
        type: "geojson",
        data: (zones ?? { type: "FeatureCollection", features: [] }) as GeoJSON.FeatureCollection,
      },
    },
    style: [
      {
        id: "defects-zone-line",
        type: "line",
        source: "defects-zones",
        paint: { "line-color": palette.section, "line-width": 1.4 },
      },
    ],
  };
}

function defectsDrawing(
  defects: readonly DutyDefectBody[],
  picked: DutyDefectBody | null,
  palette: MapPalette,
): Drawing {
  const features = defects.flatMap(({ position }, index) =>
    position
      ? [
          {
            type: "Feature" as const,
            geometry: { type: "Point" as const, coordinates: [...position] },
            properties: { index, isPicked: defects[index] === picked },
          },
        ]
      : [],
  );
  return {
    sources: {
      "defects-at": { type: "geojson", data: { type: "FeatureCollection", features } },
    },
    style: [
      {
        id: POINTS,
        type: "circle",
        source: "defects-at",
        paint: {
          "circle-radius": ["case", ["get", "isPicked"], 9, 6],
          "circle-color": palette.overdue,
          "circle-stroke-color": palette.halo,
          "circle-stroke-width": ["case", ["get", "isPicked"], 4, 2],
        },
      },
    ],
  };
}
