import { useMemo } from "react";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import type { MapPalette } from "../../map/palette.ts";
import type { WantedDrawing } from "../../map/sync-layers.ts";
import { findingGround } from "./finding-ground.ts";
import { useZoneDesk, type ZoneDesk } from "./zone-desk-state.ts";
import {
  areasDrawing,
  bordersDrawing,
  findingDrawing,
  namesDrawing,
  outlinesDrawing,
  type Tint,
} from "./zone-drawings.ts";

/** What the map shows of the desk. Each drawing is made anew only when what it shows has changed. */
export function useZoneDrawings(palette: MapPalette): readonly WantedDrawing[] {
  const desk = useZoneDesk();
  const { zones, level, selected, marked, draft, focus, tool } = desk;
  const choosable = useMemo(
    () => choosableOf({ zones, level, selected, tool }),
    [zones, level, selected, tool],
  );
  const areas = useMemo(() => {
    const edited = new Map(draft.zones.map((zone) => [zone.id, zone.from.length > 0]));
    const tintOf = ({ id }: ZoneShape): Tint => {
      if (marked.includes(id)) return "marked";
      if (id === selected?.id) return "picked";
      const isNew = edited.get(id);
      return isNew === undefined ? "plain" : isNew ? "new" : "changed";
    };
    return areasDrawing(choosable, tintOf, palette);
  }, [choosable, draft, marked, selected, palette]);
  const shownLevel = choosable[0]?.level ?? level;
  const borders = useMemo(
    () => bordersDrawing(zones, shownLevel, palette),
    [zones, shownLevel, palette],
  );
  const outlines = useMemo(() => {
    const outlined = zones.filter(({ id }) => id === selected?.id || marked.includes(id));
    return outlinesDrawing(outlined, palette);
  }, [zones, selected, marked, palette]);
  const names = useMemo(() => namesDrawing(choosable, palette), [choosable, palette]);
  const finding = useMemo(
    () => (focus?.at ? findingDrawing(findingGround(zones, focus), focus.at, palette) : null),
    [zones, focus, palette],
  );
  return useMemo(
    () => [
      { id: "areas", band: "areas", drawing: areas },
      { id: "borders", band: "lines", drawing: borders },
      { id: "outlines", band: "lines", drawing: outlines },
      { id: "names", band: "labels", drawing: names },
      ...(finding ? [{ id: "finding", band: "feedback" as const, drawing: finding }] : []),
    ],
    [areas, borders, outlines, names, finding],
  );
}

/** What a click may pick: zones of the level, or the children that a split has to be made of. */
function choosableOf({
  zones,
  level,
  selected,
  tool,
}: Pick<ZoneDesk, "zones" | "level" | "selected" | "tool">): ZoneShape[] {
  const children = zones.filter(({ parentId }) => parentId === selected?.id);
  if (tool === "split" && selected && children.length > 0) return children;
  return zones.filter((zone) => zone.level === level);
}
