import type { FieldValue, ForeignRecord } from "../../imports/foreign-record.ts";
import { parsePair } from "../../imports/position-text.ts";
import { type AdColumn, type AdMapping, adColumns } from "./ad-mapping.ts";

type Names = readonly RegExp[];

/** What headings are called, the surest first. */
const HEADINGS: Readonly<Record<AdColumn, Names>> = {
  id: [
    /^(id|编号|点位编号|广告编号|公益广告编号|点位编码|设施编号|唯一编号)$/i,
    /编号|编码|点位号/,
    /(^|_)(id|code|no)$/i,
  ],
  carrier: [
    /^(carrier|载体|载体类型|载体形式|载体种类|设置载体|广告载体)$/i,
    /载体|设施类型|广告形式|广告类型|设置形式/,
    /^(type|kind|类型|形式)$/i,
  ],
  theme: [/^(theme|主题|广告主题|宣传主题|主题类别)$/i, /主题|宣传内容|画面内容/, /^内容$/],
  state: [
    /^(state|status|状态|现状|完好情况|完好状况|设施状态|破损情况)$/i,
    /状态|现状|完好|破损|完损/,
  ],
  facing: [/^(facing|azimuth|朝向|方位角|面向|方位|版面朝向)$/i, /朝向|方位|面向/],
  repairCost: [/^(repairCost|修复费用|维修费用|修缮费用|维修费)$/i, /维修.*(费|元)|修复.*(费|元)/],
  unitId: [
    /^(unitId|unit|责任单位|管理单位|维护单位|设置单位|责任主体|权属单位)$/i,
    /责任单位|管理单位|维护单位|单位$/,
  ],
  photo: [/^(photo|照片|图片|现场照片|照片文件)$/i, /照片|图片|photo|image/i],
  note: [/^(note|备注|说明)$/i, /备注|说明|remark/i],
};

const LNG: Names = [
  /^(lng|lon|long|longitude|x|经度)$/i,
  /经度|longitude|_lng$|_lon$/i,
  /x坐标|坐标x/i,
];
const LAT: Names = [/^(lat|latitude|y|纬度)$/i, /纬度|latitude|_lat$/i, /y坐标|坐标y/i];
const PAIR: Names = [/^(坐标|经纬度|位置坐标|点位坐标|location|coordinates?)$/i, /经纬度|坐标/];
const WKT: Names = [/^(wkt|geom|geometry|the_geom|shape)$/i];

/**
 * What the columns of a table most likely are, by their headings; a column is taken once, the surest heading first. A position
 * in one cell is told from its first values. `isGeometry`: the file has geometries of its own.
 */
export function guessAdMapping(
  columns: readonly string[],
  sample: readonly ForeignRecord[],
  isGeometry: boolean,
): AdMapping {
  const free = new Set(columns.filter((name) => name !== ""));
  const position = isGeometry ? "geometry" : guessPosition(free, sample);
  const found: Partial<Record<AdColumn, string>> = {};
  const depth = Math.max(...adColumns.map((field) => HEADINGS[field].length));
  for (let level = 0; level < depth; level++) {
    for (const field of adColumns) {
      const pattern = HEADINGS[field][level];
      if (found[field] !== undefined || !pattern) continue;
      const name = [...free].find((each) => pattern.test(bare(each)));
      if (name === undefined) continue;
      found[field] = name;
      free.delete(name);
    }
  }
  const stateOtherwise = found.state === undefined ? "ok" : null;
  return { columns: found, position, values: {}, stateOtherwise };
}

/** Takes what it found out of `free`. */
function guessPosition(free: Set<string>, sample: readonly ForeignRecord[]): AdMapping["position"] {
  const take = (names: Names) => {
    const name = firstOf(free, names);
    if (name !== null) free.delete(name);
    return name;
  };
  const [lng, lat] = [firstOf(free, LNG), firstOf(free, LAT)];
  if (lng !== null && lat !== null && lng !== lat) {
    free.delete(lng);
    free.delete(lat);
    return { lng, lat };
  }
  const wkt = take(WKT);
  if (wkt !== null) return { wkt };
  const text = take(PAIR);
  if (text !== null) return { text, order: orderOf(sample.map(({ fields }) => fields[text])) };
  return "geometry";
}

/** A first number beyond ±90 can be no latitude. */
function orderOf(values: readonly (FieldValue | undefined)[]): "lng-lat" | "lat-lng" {
  for (const value of values) {
    const pair = typeof value === "string" ? parsePair(value, "lng-lat") : null;
    if (pair && Math.abs(pair.lng) > 90) return "lng-lat";
    if (pair && Math.abs(pair.lat) > 90) return "lat-lng";
  }
  return "lng-lat";
}

function firstOf(columns: ReadonlySet<string>, names: Names): string | null {
  for (const pattern of names) {
    for (const column of columns) if (pattern.test(bare(column))) return column;
  }
  return null;
}

/** Without a unit or a remark in brackets, and without a mark that it must be filled in. */
function bare(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/\([^)]*\)/g, "")
    .replace(/[*\s:]+/g, "");
}
