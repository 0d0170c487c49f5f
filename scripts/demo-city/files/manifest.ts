import { chinaCalendar } from "../../../domain/case/china-holidays.ts";
import { type PackManifest, PackManifest as Schema } from "../../../domain/city-pack.ts";
import { cityOrigin } from "./geo-json.ts";

/**
 * `pack.json` of a made city; `historyStart` is the day of the first possible report, YYYY-MM-DD.
 */
export function manifestOf(id: string, name: string, historyStart: string): PackManifest {
  return Schema.parse(manifestInput(id, name, historyStart));
}

/** The manifest as it is written: what has a default is left out. */
export function manifestInput(id: string, name: string, historyStart: string) {
  return {
    id,
    name,
    timezone: "Asia/Shanghai",
    crs: "wgs84",
    attribution: "演示数据：由程序生成的虚构城市，与任何真实地方、单位和个人无关",
    licence: "CC0-1.0",
    isDemo: true,
    settings: {
      recurrence: { planeOrigin: [cityOrigin[0], cityOrigin[1]], historyStart },
      // The river is some 190 m wide and drawn by its middle: its banks are to count.
      duty: { riverWithinM: 115 },
      calendar: chinaCalendar(),
    },
  };
}
