import { useQuery } from "@tanstack/react-query";
import type { Position } from "geojson";
import { useEffect, useMemo, useState } from "react";
import type { TopologyFindingBody } from "../../../domain/contract/zone-changes.ts";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import { zoneLevels } from "../../../domain/grid-zone.ts";
import { isEmptyDraft } from "../../../domain/zone-edit/zone-draft.ts";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import { zoneHistoryQuery } from "../../api/zone-queries.ts";
import { useUndoKeys } from "../../shell/use-undo-keys.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useZonesUrl } from "../../state/zones-url.ts";
import { SidePanel } from "./side-panel.tsx";
import { useDraft } from "./use-draft.ts";
import { type ZoneDesk, ZoneDeskContext, type ZoneTool } from "./zone-desk-state.ts";
import { ZoneMap } from "./zone-map.tsx";
import { ZoneToolbar } from "./zone-toolbar.tsx";
import { ZoneTree } from "./zone-tree.tsx";

type ZoneWorkspaceProps = {
  readonly list: ZoneList;
  readonly base: readonly ZoneShape[];
  readonly day: string;
  readonly setDay: (day: string) => void;
};

/** Tree, map and panel, around one draft. */
export function ZoneWorkspace({ list, base, day, setDay }: ZoneWorkspaceProps) {
  const { city } = useRunning();
  const [url, set] = useZonesUrl();
  const drafting = useDraft(city.id, base);
  const { zones, draft, forgive } = drafting;
  const [tool, setTool] = useState<ZoneTool | null>(null);
  const [vertex, pickVertex] = useState<Position | null>(null);
  const [marked, mark] = useState<readonly string[]>([]);
  const [keepsDrawn, keepDrawn] = useState(false);
  const [focus, look] = useState<TopologyFindingBody | null>(null);
  const [destination, setDestination] = useState<ZoneDesk["destination"]>(
    url.at === undefined ? { id: url.zone } : null,
  );
  const openCounts = useMemo(
    () => new Map(list.features.map(({ properties }) => [properties.id, properties.openCount])),
    [list],
  );
  const taken = useTakenIds(base, zones);
  useUndoKeys(drafting);
  useWarning(!isEmptyDraft(draft));

  const selected = zones.find(({ id }) => id === url.zone);
  const level = zoneLevels.find((name) => name === url.level) ?? selected?.level ?? "community";
  function select(id: string | undefined): void {
    if (id === url.zone) return;
    const itsLevel = zones.find((zone) => zone.id === id)?.level;
    set({ zone: id, ...(itsLevel && { level: itsLevel }) });
    pickVertex(null);
    if (tool !== "merge") mark([]);
    forgive();
  }

  const desk: ZoneDesk = {
    ...drafting,
    base,
    openCounts,
    taken,
    selected,
    select,
    goTo(id) {
      select(id);
      setDestination({ id });
    },
    destination,
    level,
    setLevel(next) {
      set({ level: next, ...(selected && selected.level !== next && { zone: undefined }) });
      mark([]);
    },
    tool,
    setTool(next) {
      setTool(next);
      pickVertex(null);
      mark(next === "merge" && selected ? [selected.id] : []);
      forgive();
    },
    vertex,
    pickVertex,
    marked,
    mark,
    keepsDrawn,
    keepDrawn,
    focus,
    look,
    day,
    setDay,
  };
  return (
    <ZoneDeskContext value={desk}>
      <div className="zone-workspace">
        <ZoneToolbar />
        <ZoneTree />
        <ZoneMap />
        <SidePanel isRestored={drafting.isRestored} />
      </div>
    </ZoneDeskContext>
  );
}

/** Ids of zones that are, will be, or once were. */
function useTakenIds(base: readonly ZoneShape[], zones: readonly ZoneShape[]): Set<string> {
  const { data } = useQuery(zoneHistoryQuery);
  return useMemo(() => {
    const past = (data?.entries ?? []).flatMap(({ saved, removed }) => [...saved, ...removed]);
    return new Set([...base, ...zones, ...past].map(({ id }) => id));
  }, [base, zones, data]);
}

/** Asks before the window is left with work in it, which would be back, but not for somebody else. */
function useWarning(hasWork: boolean): void {
  useEffect(() => {
    if (!hasWork) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [hasWork]);
}
