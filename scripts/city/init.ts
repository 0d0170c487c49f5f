import { DomainError } from "../../domain/errors.ts";
import { zoneLevels } from "../../domain/grid-zone.ts";
import { datums } from "../../domain/spatial/datum.ts";
import { catalogueOf, type LanguageCode } from "../../domain/text/catalogues.ts";
import { startPack } from "../../server/imports/new-pack/start-pack.ts";
import { importWords } from "./import-words.ts";
import { NoteReport } from "./note-report.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "init",
  usage:
    "<folder> --zones <file> [--roads <file>] [--name 名称] [--id id] [--timezone Asia/Shanghai] " +
    "[--crs wgs84|cgcs2000|gcj02|bd09] [--name-field f] [--id-field f] [--level-field f] " +
    "[--parent-field f] [--level zone|community|cell] [--attribution 来源] [--licence 许可] " +
    "[--all] [--json] [--lang zh|en]",
  summary:
    "由外来的面（GeoJSON、GeoJSONL）和道路（另有 OSM XML、PBF、GraphML，都可带 .gz）建立城市数据包",
  run: init,
};

/** Of each code in each file this many notes are printed unless all are asked for. */
const SHOWN = 3;

const OPTIONS = {
  zones: { type: "string" },
  roads: { type: "string" },
  name: { type: "string" },
  id: { type: "string" },
  timezone: { type: "string" },
  crs: { type: "string", default: "wgs84" },
  "name-field": { type: "string" },
  "id-field": { type: "string" },
  level: { type: "string" },
  "level-field": { type: "string" },
  "parent-field": { type: "string" },
  attribution: { type: "string" },
  licence: { type: "string" },
  all: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  lang: { type: "string", default: "zh" },
} as const;

async function init(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("init", args, ["folder"], OPTIONS);
  const [folder] = words;
  const language = values.lang;
  const catalogue = catalogueOf(language);
  if (!catalogue) throw usage(`--lang ${language}: zh, en`);
  if (values.zones === undefined) throw usage("--zones <file> expected");
  const pack = await startPack({
    folder,
    zonesPath: values.zones,
    roadsPath: values.roads,
    id: values.id,
    name: values.name,
    timezone: values.timezone,
    attribution: values.attribution,
    licence: values.licence,
    zones: {
      datum: oneOf("crs", values.crs, datums),
      nameField: values["name-field"],
      idField: values["id-field"],
      level: values.level === undefined ? undefined : oneOf("level", values.level, zoneLevels),
      levelField: values["level-field"],
      parentField: values["parent-field"],
    },
  });
  const { notes, ...about } = pack;
  const report = new NoteReport(values.all ? Number.POSITIVE_INFINITY : SHOWN);
  report.add(notes);
  if (values.json) {
    console.log(JSON.stringify({ folder, ...about, notes: report.byCode() }));
    return 0;
  }
  const say = importWords[language as LanguageCode];
  const bounds = pack.bounds.join(",");
  console.log(say.started({ ...about, folder, bounds }));
  for (const line of report.lines(catalogue)) console.log(line);
  console.log(catalogue.totals(report.counts()));
  return 0;
}

function oneOf<const T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw usage(`--${name} ${value}: ${allowed.join(", ")}`);
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "init", problem });
}
