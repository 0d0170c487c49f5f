import { type RoadStatus, roadStatusList } from "../../../domain/ads/audit/road-status.ts";
import type {
  AdDossierRoad,
  AdDossierSite,
  AdPlanDossier,
} from "../../../domain/ads/plan-dossier.ts";
import { adPapersTexts } from "../../../domain/text/ad-papers-text.ts";
import {
  chainageWords,
  codeWord,
  facingWords,
  moneyWords,
  nameOfRoad,
  planLine,
  roadWords,
  sideWords,
  stampLine,
} from "../../../domain/text/ad-papers-words.ts";
import type { AdPapersText } from "../../../domain/text/ad-papers-zh-cn.ts";
import type { PaperLanguage } from "../../../domain/text/papers-text.ts";
import { xmlText } from "../xml-text.ts";

export const KML_TYPE = "application/vnd.google-earth.kml+xml";

const NAMESPACE = "http://www.opengis.net/kml/2.2";
/** Blue, green, red, as KML has them. */
const SITE_COLOURS = { new: "ff3b2314", repair: "ff0087ff" } as const;
const ROAD_STYLES: Readonly<Record<RoadStatus, { colour: string; width: number }>> = {
  short: { colour: "ff0c4acf", width: 5 },
  dense: { colour: "ffa84a6b", width: 4 },
  met: { colour: "ffb57f2f", width: 3 },
  unneeded: { colour: "ffb8a99f", width: 2 },
};

/**
 * Sites in a folder by kind, roads in one by status; no icon or image comes from anywhere. Globes read a description as
 * HTML, so it is escaped twice.
 */
export function planKml(dossier: AdPlanDossier, language: PaperLanguage = "zh"): string {
  const text = adPapersTexts[language];
  const { city, stamp, sites, roads } = dossier;
  const notes = [stampLine(stamp, text), planLine(stamp, text), city.isDemo ? text.demo : ""];
  const siteFolders = (["new", "repair"] as const).map((kind) => {
    const own = sites.filter((site) => site.kind === kind);
    const name = text.kml.sites(text.kinds[kind], own.length);
    return folder(
      name,
      own.map((site) => sitePlacemark(site, text)),
    );
  });
  const roadFolders = roadStatusList.map((status) => {
    const own = roads.filter((road) => road.status === status && road.axis.length > 0);
    const name = text.kml.roads(text.statuses[status], own.length);
    return folder(
      name,
      own.map((road) => roadPlacemark(road, text)),
    );
  });
  const title = `${city.name} ${text.about.planTitle} ${stamp.scenario}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="${NAMESPACE}">
<Document>
<name>${xmlText(title)}</name>
<description>${xmlText(xmlText(notes.filter((note) => note !== "").join("\n")))}</description>
${styles()}
${[...siteFolders, ...roadFolders].join("\n")}
</Document>
</kml>
`;
}

/** The elements of a style stand in the order that the schema asks for. */
function styles(): string {
  const sites = Object.entries(SITE_COLOURS).map(
    ([kind, colour]) =>
      `<Style id="site-${kind}"><IconStyle><color>${colour}</color><scale>0.9</scale></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle></Style>`,
  );
  const roads = Object.entries(ROAD_STYLES).map(
    ([status, { colour, width }]) =>
      `<Style id="road-${status}"><LineStyle><color>${colour}</color><width>${width}</width></LineStyle></Style>`,
  );
  return [...sites, ...roads].join("\n");
}

function folder(name: string, placemarks: readonly string[]): string {
  const inner = placemarks.length === 0 ? "" : `\n${placemarks.join("\n")}`;
  return `<Folder><name>${xmlText(name)}</name>${inner}</Folder>`;
}

function sitePlacemark(site: AdDossierSite, text: AdPapersText): string {
  const { columns, kinds, carriers, themes, kml } = text;
  const carrier = codeWord(carriers, site.carrier);
  const data = [
    [columns.kind, kinds[site.kind]],
    [columns.id, site.id],
    [columns.road, roadWords(site, text)],
    [columns.chainage, chainageWords(site.chainageM)],
    [columns.side, sideWords(site.side, text)],
    [columns.facing, facingWords(site.facing, text)],
    [columns.carrier, carrier],
    [columns.theme, codeWord(themes, site.theme)],
    [columns.cost, moneyWords(site.cost)],
    [columns.unit, site.unitName ?? site.unitId ?? text.nobody],
    [columns.zone, site.zoneName ?? text.noZone],
    [columns.phase, site.phase === undefined ? "" : String(site.phase)],
  ] as const;
  const [lng, lat] = site.position;
  return placemark(
    kml.siteName(site.number, carrier).trim(),
    `site-${site.kind}`,
    data,
    `<Point><coordinates>${lng},${lat}</coordinates></Point>`,
  );
}

function roadPlacemark(road: AdDossierRoad, text: AdPapersText): string {
  const { columns, groups, statuses } = text;
  const { after } = road;
  const data = [
    [columns.roadKey, road.key],
    [columns.group, codeWord(groups, road.group)],
    [columns.lengthM, road.lengthM.toFixed(0)],
    [columns.required, String(road.required)],
    [columns.count, String(road.count)],
    [columns.shortage, String(road.shortage)],
    [columns.status, statuses[road.status]],
    [columns.shortageAfter, after ? String(after.shortage) : ""],
    [columns.statusAfter, after ? statuses[after.status] : ""],
  ] as const;
  const lines = road.axis.map(
    (piece) =>
      `<LineString><tessellate>1</tessellate><coordinates>${piece.map(([lng, lat]) => `${lng},${lat}`).join(" ")}</coordinates></LineString>`,
  );
  const geometry =
    lines.length === 1 ? (lines[0] ?? "") : `<MultiGeometry>${lines.join("")}</MultiGeometry>`;
  return placemark(nameOfRoad(road, text), `road-${road.status}`, data, geometry);
}

function placemark(
  name: string,
  style: string,
  data: readonly (readonly [name: string, value: string])[],
  geometry: string,
): string {
  const values = data
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `<Data name="${xmlText(key)}"><value>${xmlText(value)}</value></Data>`);
  return `<Placemark><name>${xmlText(name)}</name><styleUrl>#${style}</styleUrl><ExtendedData>${values.join("")}</ExtendedData>${geometry}</Placemark>`;
}
