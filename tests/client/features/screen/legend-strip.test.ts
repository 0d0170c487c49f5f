import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { legendQuery } from "../../../../client/api/queries.ts";
import { LegendStrip } from "../../../../client/features/screen/legend-strip.tsx";
import type { ScreenScope } from "../../../../client/features/screen/screen-scope.ts";
import { wallLayout } from "../../../../client/features/screen/wall-layout.ts";
import { PLACES_FROM_ZOOM } from "../../../../client/map/zoom-steps.ts";
import { screenTexts } from "../../../../client/text/screen-text.ts";
import type { RecurrenceLegend } from "../../../../domain/contract/recurrence.ts";
import type { SceneLayer } from "../../../../domain/screen/scene.ts";

const text = screenTexts.zh;
/** Six breaks that no other measure has. */
const from = (first: number) => Array.from({ length: 6 }, (_, i) => first + i);
const ofKernel = from(101);
const ofBacklog = from(201);
const ofHexagons = (resolution: number) => from(1000 + 10 * resolution);
const legend = {
  halfLifeDays: 60,
  kernel: { bandwidthM: 150, breaks: ofKernel },
  hexagons: [8, 9, 10].map((resolution) => ({ resolution, breaks: ofHexagons(resolution) })),
  backlog: { bandwidthM: 300, breaks: ofBacklog },
} as unknown as RecurrenceLegend;

/** The words of the strip, in order. */
function words(layers: readonly SceneLayer[], zoom: number): string[] {
  const [place] = wallLayout(1920, 1080).maps;
  if (!place) throw new Error("no map");
  const filter = { asOf: "2026-11-22T12:00:00+08:00" };
  const client = new QueryClient();
  client.setQueryData(legendQuery(filter).queryKey, legend);
  const format = { fullMinute: () => "2026-11-22 12:00" };
  const scope = { client, text, format, filter } as unknown as ScreenScope;
  const strip = createElement(LegendStrip, { place, rect: place.rect, layers, zoom, scope });
  return renderToStaticMarkup(createElement(QueryClientProvider, { client }, strip))
    .split(/<[^>]*>/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Numbers under a ramp, whatever else there is. */
function breaksShown(layers: readonly SceneLayer[], zoom: number): number[] {
  return words(layers, zoom)
    .filter((word) => /^\d{3,}$/.test(word))
    .map(Number);
}

const NEAR = PLACES_FROM_ZOOM;
const FAR = PLACES_FROM_ZOOM - 0.01;

describe("the legend of a wall's map", () => {
  it.each<[SceneLayer[], number, readonly number[]]>([
    [["hexagons", "recurring"], 12, ofHexagons(8)],
    [["hexagons", "recurring"], FAR, ofHexagons(10)],
    [["hexagons", "recurring"], NEAR, ofKernel],
    [["hexagons"], NEAR, []],
    [["clusters", "recurring"], FAR, []],
    [["clusters", "recurring"], NEAR, ofKernel],
    [["heat", "recurring"], FAR, ofKernel],
    [["heat", "recurring"], NEAR, ofKernel],
    [["backlog"], NEAR, ofBacklog],
    [["backlog", "recurring"], NEAR, ofBacklog],
    [["clusters"], NEAR, []],
  ])("of %j at %d has the breaks that colour it", (layers, zoom, breaks) => {
    expect(breaksShown(layers, zoom)).toEqual(breaks);
  });

  it("says of circles whose measure they are, its unit and its kernel", () => {
    const near = words(["hexagons", "recurring"], NEAR);
    const kernel = `${text.legend.kernel(150)} · ${text.legend.halfLife(60)}`;
    for (const word of [text.legend.recurrence, text.legend.perKm2, text.legend.own, kernel]) {
      expect(near).toContain(word);
    }
    expect(words(["hexagons", "recurring"], FAR)).toContain(text.legend.halfLife(60));
  });
});
