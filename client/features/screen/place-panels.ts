import { type ScenePanel, scenePanels } from "../../../domain/screen/scene.ts";
import { type PanelSize, panelSizes } from "./panel-sizes.ts";
import type { Rect, WallLayout } from "./wall-layout.ts";

export type PlacedPanel = {
  readonly id: ScenePanel;
  readonly rect: Rect;
  /** Rows that there is room for; 0 for panels without rows. */
  readonly rows: number;
};

/** Panels of a scene in the places of a wall, and those that found none. */
export type Placement = {
  readonly placed: readonly PlacedPanel[];
  readonly left: readonly ScenePanel[];
};

/** Between two panels of a column, units. */
const GAP = 26;
/** Before a panel that goes on with the one above. */
const JOINED_GAP = 10;
/** Columns from which a wall fills what a scene leaves free. */
const FILLED_FROM = 3;

/** A list goes elsewhere rather than show less than this share of its rows. */
const USUAL_SHARE = 0.6;

type Column = { room: number; readonly panels: { readonly id: ScenePanel; rows: number }[] };

/**
 * The scene's panels in its order, each in the column where the look has it, or where there is room. On narrow walls the
 * first ones have all their rows; wide walls have room for more panels with fewer rows. What a wide wall has left when all of them
 * have grown goes to what the scene did not name.
 */
export function placePanels(wanted: readonly ScenePanel[], layout: WallLayout): Placement {
  const { unit, columns: places, hasDetail, dropped, ticker } = layout;
  const columns = places.map(({ rect }): Column => ({ room: rect.height / unit, panels: [] }));
  const isWide = places.length >= FILLED_FROM;
  const isOut = new Set<ScenePanel>(dropped);
  // The footer says the same already.
  if (ticker !== null && !isWide) isOut.add("ticker");
  const left: ScenePanel[] = [];
  const place = (id: ScenePanel) => {
    if (isOut.has(id)) return;
    const size = panelSizes[id];
    const usual = isWide ? size.least : Math.ceil(size.most * USUAL_SHARE);
    const column =
      columnFor(size, columns, heightOf(size, usual, hasDetail)) ??
      columnFor(size, columns, heightOf(size, size.least, hasDetail));
    if (column) put(id, column, hasDetail, isWide);
    else if (wanted.includes(id)) left.push(id);
  };
  wanted.forEach(place);
  if (!isWide) fillEmpty(columns, hasDetail);
  for (const column of columns) grow(column, hasDetail);
  if (isWide) scenePanels.filter((id) => !wanted.includes(id)).forEach(place);
  const placed = columns.flatMap((column, i) => {
    const rect = places[i]?.rect;
    if (!rect) return [];
    grow(column, hasDetail);
    return stacked(column, rect, unit, hasDetail);
  });
  return { placed, left };
}

/** The panel's own column, else the one with most room. */
function columnFor(size: PanelSize, columns: readonly Column[], least: number) {
  const { of2, of4 } = size;
  const last = columns.length - 1;
  const own = columns[last === 1 ? of2 : Math.min(of4, last)];
  const hasRoom = ({ room, panels }: Column) => room >= least + gapBefore(size, panels.length);
  if (own && hasRoom(own)) return own;
  return columns.filter(hasRoom).toSorted((a, b) => b.room - a.room)[0];
}

/** With as many rows as there is room for, or with the least. */
function put(id: ScenePanel, column: Column, hasDetail: boolean, isLeast: boolean): void {
  const size = panelSizes[id];
  const room = column.room - gapBefore(size, column.panels.length);
  const rows = isLeast ? size.least : rowsWithin(size, room, hasDetail);
  column.room = room - heightOf(size, rows, hasDetail);
  column.panels.push({ id, rows });
}

/** Few panels share both columns: the last of the full one goes over. */
function fillEmpty(columns: readonly Column[], hasDetail: boolean): void {
  const empty = columns.find(({ panels }) => panels.length === 0);
  const full = columns.find(({ panels }) => panels.length > 1);
  if (!empty || !full) return;
  const last = full.panels.pop();
  if (!last) return;
  const size = panelSizes[last.id];
  full.room += heightOf(size, last.rows, hasDetail) + gapBefore(size, 1);
  put(last.id, empty, hasDetail, false);
}

/** What is left of a column goes to its lists, the first ones first. */
function grow(column: Column, hasDetail: boolean): void {
  for (const panel of column.panels) {
    const size = panelSizes[panel.id];
    const before = heightOf(size, panel.rows, hasDetail);
    panel.rows = rowsWithin(size, before + column.room, hasDetail);
    column.room += before - heightOf(size, panel.rows, hasDetail);
  }
}

function rowsWithin(size: PanelSize, room: number, hasDetail: boolean): number {
  const height = rowHeight(size, hasDetail);
  if (height === 0) return 0;
  return Math.min(size.most, Math.floor((room - size.fixed + 0.5) / height));
}

function stacked({ panels }: Column, rect: Rect, unit: number, hasDetail: boolean): PlacedPanel[] {
  let bottom = rect.y;
  return panels.map(({ id, rows }, i) => {
    const size = panelSizes[id];
    const y = bottom + Math.round(gapBefore(size, i) * unit);
    const height = Math.round(heightOf(size, rows, hasDetail) * unit);
    bottom = y + height;
    return { id, rows, rect: { x: rect.x, y, width: rect.width, height } };
  });
}

function gapBefore({ isJoined }: PanelSize, index: number): number {
  if (index === 0) return 0;
  return isJoined ? JOINED_GAP : GAP;
}

function rowHeight({ row, detail }: PanelSize, hasDetail: boolean): number {
  return row + (hasDetail ? detail : 0);
}

function heightOf(size: PanelSize, rows: number, hasDetail: boolean): number {
  return size.fixed + rows * rowHeight(size, hasDetail);
}
