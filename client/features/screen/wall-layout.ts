/** A part of the screen, px. */
export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What a map shows: both measures, or one of them where there is room for two maps. */
export type MapMeasure = "both" | "backlog" | "recurrence";

export type WallMap = {
  readonly measure: MapMeasure;
  /** The whole map element; panels may lie over its edges. */
  readonly rect: Rect;
  /** The strip under the part of the map that is seen. */
  readonly legend: Rect;
  /** What panels, header and legend cover of the element; the city is fitted into the rest. */
  readonly padding: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
};

export type WallColumn = { readonly rect: Rect; readonly side: "left" | "right" };

export type WallLayout = {
  readonly shape: "one-map" | "two-maps" | "upright";
  /** Px to a unit of the look, which is drawn 1080 units high. */
  readonly unit: number;
  readonly width: number;
  readonly height: number;
  readonly header: Rect;
  /** What calls for attention stands here; nothing else ever does, and the city is fitted clear of it. */
  readonly alerts: Rect;
  /** Null where the ticker is a list in a column. */
  readonly ticker: Rect | null;
  readonly columns: readonly WallColumn[];
  readonly maps: readonly WallMap[];
  /** Panels that there is no room for at this width, the first to go first. */
  readonly dropped: readonly ("sources" | "governances")[];
  /** Whether rows have their second line. */
  readonly hasDetail: boolean;
};

/** Sizes of the look, units. */
export const look = {
  height: 1080,
  header: 76,
  ticker: 56,
  margin: 32,
  column: 412,
  gap: 44,
  top: 20,
  legend: 88,
  alerts: 46,
  /** From the last column to where the map is seen in full. */
  fade: 64,
} as const;

/** A screen below it shows less instead of smaller. */
const SMALLEST_UNIT = 0.8;
/** Real px; narrower walls leave things out. */
const NARROW_PX = { sources: 1600, governances: 1440, detail: 1280 } as const;
/** Widths from which there are so many columns, units. */
const COLUMNS_FROM = [
  [5208, 6],
  [2880, 4],
  [2400, 3],
  [0, 2],
] as const;
/** From here on there are two maps. */
const TWO_MAPS_FROM = 3400;
/** Between two maps, where screens meet; nothing readable lies in it. */
const SEAM = 16;
/** Width of the alerts in the header of a wide wall, units. */
const ALERTS_IN_HEADER = 880;
/** From the header down to where the city may begin, units. */
const UNDER_ALERTS = look.top + look.alerts + 6;
/** A screen at most so much wider than high is upright: the map above, columns below. */
const UPRIGHT_RATIO = 1.1;

/** Where everything goes on a screen of so many px. Pure; nothing is ever scaled after it. */
export function wallLayout(width: number, height: number): WallLayout {
  if (width / height <= UPRIGHT_RATIO) return upright(width, height);
  const unit = Math.max(SMALLEST_UNIT, height / look.height);
  const wide = width / unit;
  const tall = height / unit;
  const number = COLUMNS_FROM.find(([from]) => wide >= from)?.[1] ?? 2;
  const hasTwo = wide >= TWO_MAPS_FROM;
  const bottom = hasTwo ? tall - look.margin : tall - look.ticker - 12;
  const columns = sideColumns(number, wide, look.header + look.top, bottom);
  const units: InUnits = {
    columns,
    maps: hasTwo ? twoMaps(columns, wide, tall) : [oneMap(columns, wide, tall)],
    header: { x: 0, y: 0, width: wide, height: look.header },
    alerts: hasTwo ? inHeader(wide) : acrossMap(columns, wide),
    ticker: hasTwo ? null : { x: 0, y: tall - look.ticker, width: wide, height: look.ticker },
  };
  return {
    shape: hasTwo ? "two-maps" : "one-map",
    ...inPixels(units, unit),
    unit,
    width,
    height,
    dropped: (["sources", "governances"] as const).filter((name) => width < NARROW_PX[name]),
    hasDetail: width >= NARROW_PX.detail,
  };
}

type InUnits = Pick<WallLayout, "columns" | "maps" | "header" | "alerts" | "ticker">;

function sideColumns(number: number, wide: number, top: number, bottom: number): WallColumn[] {
  const left = Math.ceil(number / 2);
  const step = look.column + look.gap;
  return Array.from({ length: number }, (_, i): WallColumn => {
    const isLeft = i < left;
    const x = isLeft
      ? look.margin + i * step
      : wide - look.margin - look.column - (number - 1 - i) * step;
    const rect = { x, y: top, width: look.column, height: bottom - top };
    return { rect, side: isLeft ? "left" : "right" };
  });
}

/** The map lies under the whole screen; the city is fitted between the columns. */
function oneMap(columns: readonly WallColumn[], wide: number, tall: number): WallMap {
  const [from, to] = between(columns, wide);
  const legendTop = tall - look.ticker - look.legend;
  return {
    measure: "both",
    rect: { x: 0, y: look.header, width: wide, height: tall - look.header - look.ticker },
    legend: { x: from, y: legendTop, width: to - from, height: look.legend },
    padding: {
      top: UNDER_ALERTS,
      right: wide - to + 26,
      bottom: look.legend + 8,
      left: from + 26,
    },
  };
}

function twoMaps(columns: readonly WallColumn[], wide: number, tall: number): WallMap[] {
  const [from, to] = between(columns, wide);
  const middle = wide / 2;
  const half = (measure: MapMeasure, left: number, right: number): WallMap => ({
    measure,
    rect: { x: left, y: look.header, width: right - left, height: tall - look.header },
    legend: {
      x: left + look.margin,
      y: tall - look.legend - 12,
      width: right - left - 2 * look.margin,
      height: look.legend,
    },
    padding: { top: 56, right: 24, bottom: look.legend + 24, left: 24 },
  });
  return [half("backlog", from, middle - SEAM / 2), half("recurrence", middle + SEAM / 2, to)];
}

/** Level with the first title of the columns, as wide as the legend below. */
function acrossMap(columns: readonly WallColumn[], wide: number): Rect {
  const [from, to] = between(columns, wide);
  return { x: from, y: look.header + look.top, width: to - from, height: look.alerts };
}

/** The header of a wide wall is empty left of where the screens meet. */
function inHeader(wide: number): Rect {
  const y = (look.header - look.alerts) / 2;
  return { x: wide / 2 - 20 - ALERTS_IN_HEADER, y, width: ALERTS_IN_HEADER, height: look.alerts };
}

/** Where the space between left and right columns begins and ends. */
function between(columns: readonly WallColumn[], wide: number): [number, number] {
  const left = columns.filter(({ side }) => side === "left").at(-1)?.rect;
  const right = columns.find(({ side }) => side === "right")?.rect;
  return [left ? left.x + left.width + look.margin : 0, right ? right.x - look.margin : wide];
}

/** Two columns fill the width, the map lies above them. */
function upright(width: number, height: number): WallLayout {
  const wide = 2 * look.column + look.gap + 2 * look.margin;
  const unit = width / wide;
  const tall = height / unit;
  const mapHeight = Math.max(360, Math.min(tall * 0.42, wide));
  const top = look.header + mapHeight;
  const columns = sideColumns(2, wide, top + look.top, tall - look.ticker - 12);
  const units: InUnits = {
    columns,
    maps: [
      {
        measure: "both",
        rect: { x: 0, y: look.header, width: wide, height: mapHeight },
        legend: {
          x: look.margin,
          y: top - look.legend,
          width: wide - 2 * look.margin,
          height: look.legend,
        },
        padding: { top: UNDER_ALERTS, right: 20, bottom: look.legend + 8, left: 20 },
      },
    ],
    header: { x: 0, y: 0, width: wide, height: look.header },
    alerts: {
      x: look.margin,
      y: look.header + look.top,
      width: wide - 2 * look.margin,
      height: look.alerts,
    },
    ticker: { x: 0, y: tall - look.ticker, width: wide, height: look.ticker },
  };
  return {
    shape: "upright",
    ...inPixels(units, unit),
    unit,
    width,
    height,
    dropped: [],
    hasDetail: true,
  };
}

function inPixels({ columns, maps, header, alerts, ticker }: InUnits, unit: number): InUnits {
  const px = (rect: Rect): Rect => ({
    x: Math.round(rect.x * unit),
    y: Math.round(rect.y * unit),
    width: Math.round(rect.width * unit),
    height: Math.round(rect.height * unit),
  });
  return {
    columns: columns.map(({ rect, side }) => ({ rect: px(rect), side })),
    maps: maps.map(({ measure, rect, legend, padding }) => ({
      measure,
      rect: px(rect),
      legend: px(legend),
      padding: {
        top: Math.round(padding.top * unit),
        right: Math.round(padding.right * unit),
        bottom: Math.round(padding.bottom * unit),
        left: Math.round(padding.left * unit),
      },
    })),
    header: px(header),
    alerts: px(alerts),
    ticker: ticker && px(ticker),
  };
}
