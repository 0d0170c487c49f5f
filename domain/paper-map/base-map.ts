import { boxMark, type Mark, type PathMark } from "../paper/mark.ts";
import type { MapFrame } from "./map-frame.ts";
import type { MapSource, RoadShape, Shape } from "./map-source.ts";
import {
  casingWidthMm,
  type MapStyle,
  type RoadKind,
  roadKindOf,
  roadKinds,
  roadWidthMm,
  showsRoad,
} from "./map-style.ts";
import { linesOnPaper, ringsOnPaper } from "./on-paper.ts";

/**
 * Land, green, water, houses and roads of a window, to be drawn within a clip of the frame's box. Only what meets the
 * window is walked; each layer is one path, so a page has few marks however large the city.
 */
export function baseMap(source: MapSource, frame: MapFrame, style: MapStyle): Mark[] {
  return [...baseMapAreas(source, frame, style), ...baseMapRoads(source, frame, style)];
}

/** What lies under fills of zones. */
export function baseMapAreas(source: MapSource, frame: MapFrame, style: MapStyle): Mark[] {
  const { bounds, denominator, box } = frame;
  const areas = (shapes: readonly Shape[]) =>
    shapes
      .flatMap(({ lines }) => ringsOnPaper(lines, frame))
      .map((points) => ({ points, isClosed: true }));
  const marks: PathMark[] = [];
  if (style.green) marks.push(path(areas(source.green.within(bounds)), { fill: style.green }));
  const shore = { colour: style.waterLine, widthMm: 0.15 };
  // One path an area: two that overlap would leave a hole by the even-odd rule.
  for (const shape of source.water.within(bounds))
    marks.push(path(areas([shape]), { fill: style.water, stroke: shore }));
  if (style.building && denominator <= style.buildingsTo)
    marks.push(path(areas(source.buildings.within(bounds)), { fill: style.building }));
  return [boxMark(box, { fill: style.land }), ...marks.filter(({ parts }) => parts.length > 0)];
}

/** Roads, minor ones below. */
export function baseMapRoads(source: MapSource, frame: MapFrame, style: MapStyle): Mark[] {
  const marks = roadMarks(source.roads.within(frame.bounds), frame, style);
  return marks.filter(({ parts }) => parts.length > 0);
}

function roadMarks(roads: readonly RoadShape[], frame: MapFrame, style: MapStyle): PathMark[] {
  const { denominator } = frame;
  const byKind = Map.groupBy(roads, roadKindOf);
  const minorFirst = [...roadKinds].reverse().filter((kind) => showsRoad(style, kind, denominator));
  const linesOf = new Map<RoadKind, PathMark["parts"]>(
    minorFirst.map((kind) => [
      kind,
      (byKind.get(kind) ?? [])
        .flatMap(({ lines }) => linesOnPaper(lines, frame))
        .map((points) => ({ points, isClosed: false })),
    ]),
  );
  const { roadCasing } = style;
  const casings = roadCasing
    ? minorFirst.map((kind) => {
        const widthMm = casingWidthMm(style, kind, denominator);
        const stroke = { colour: roadCasing[kind], widthMm, cap: "butt" as const };
        return path(linesOf.get(kind) ?? [], { stroke });
      })
    : [];
  const fills = minorFirst.map((kind) => {
    const widthMm = roadWidthMm(style, kind, denominator);
    return path(linesOf.get(kind) ?? [], { stroke: { colour: style.roadFill[kind], widthMm } });
  });
  return [...casings, ...fills];
}

function path(parts: PathMark["parts"], style: Pick<PathMark, "fill" | "stroke">): PathMark {
  return { kind: "path", parts, ...style };
}
