import type { Position } from "geojson";
import { createContext, useContext } from "react";
import type { TopologyFindingBody } from "../../../domain/contract/zone-changes.ts";
import type { ZoneLevel } from "../../../domain/grid-zone.ts";
import type { ZoneDraft } from "../../../domain/zone-edit/zone-draft.ts";
import type { EditRefusal, Refused, ZoneEdit } from "../../../domain/zone-edit/zone-edit.ts";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";

export const zoneTools = ["edit", "split", "merge", "add"] as const;
export type ZoneTool = (typeof zoneTools)[number];

/** An operation on the zones as the draft has them. */
export type Operation = (zones: readonly ZoneShape[]) => ZoneEdit | Refused;

/** What a person does on the page, and what they can do with it. */
export type ZoneDesk = {
  /** As they stand on the day from which the change holds. */
  readonly base: readonly ZoneShape[];
  /** As the draft would have them. */
  readonly zones: readonly ZoneShape[];
  readonly openCounts: ReadonlyMap<string, number>;
  /** Ids that somebody has or had. */
  readonly taken: ReadonlySet<string>;
  readonly draft: ZoneDraft;
  readonly isStale: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
  discard(): void;
  put(draft: ZoneDraft): void;
  /** Does all of them as one step, or says why not and does nothing. Answers whether it was done. */
  act(kind: ZoneDraft["kind"], ...operations: readonly Operation[]): boolean;
  readonly refused: EditRefusal | null;
  readonly selected: ZoneShape | undefined;
  select(id: string | undefined): void;
  /** Picks it and has the map go there. */
  goTo(id: string): void;
  /** Where the map was last sent; another object each time. */
  readonly destination: { readonly id: string | undefined } | null;
  readonly level: ZoneLevel;
  setLevel(level: ZoneLevel): void;
  readonly tool: ZoneTool | null;
  setTool(tool: ZoneTool | null): void;
  /** The vertex that is picked to be typed or removed. */
  readonly vertex: Position | null;
  pickVertex(vertex: Position | null): void;
  /** Zones to merge, or children that go to the second half. */
  readonly marked: readonly string[];
  mark(ids: readonly string[]): void;
  /** Whether a new zone keeps all that is drawn, ground of siblings too. */
  readonly keepsDrawn: boolean;
  keepDrawn(keeps: boolean): void;
  /** The finding that the map shows. */
  readonly focus: TopologyFindingBody | null;
  look(finding: TopologyFindingBody | null): void;
  /** `YYYY-MM-DD`; the change holds from its first moment. */
  readonly day: string;
  setDay(day: string): void;
};

export const ZoneDeskContext = createContext<ZoneDesk | null>(null);

export function useZoneDesk(): ZoneDesk {
  const desk = useContext(ZoneDeskContext);
  if (!desk) throw new Error("No desk of zones here");
  return desk;
}

/** The name of a zone as the draft has it, or as it stood; its id where it has neither. */
export function nameIn({ zones, base }: Pick<ZoneDesk, "zones" | "base">, id: string): string {
  return (zones.find((zone) => zone.id === id) ?? base.find((zone) => zone.id === id))?.name ?? id;
}
