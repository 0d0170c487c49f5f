import { IconLayer } from "@deck.gl/layers";
import type { RecurrencePlace } from "../../../domain/contract/recurrence.ts";
import { bandOf } from "../../../domain/heat-ramp.ts";
import tokens from "../../app/tokens.json";
import { CircleLayer } from "../circle-layer.ts";
import { type MarkName, markAtlas } from "../mark-atlas.ts";
import { type MapPalette, rgba } from "../palette.ts";
import { type PlacedMark, type RecurringMarks, recurringMarksQuery } from "../recurring-marks.ts";
import { slotOf } from "../slots.ts";
import { MARKS_FROM_ZOOM } from "../zoom-steps.ts";
import { before, type Drawing, defineLayer } from "./layer.ts";

const { desk: SIZE, deskSelected: SELECTED_SIZE } = tokens.recurrenceClass.markerSize;
/** The picture of a mark has room around its shape. */
const PICTURE_PER_SHAPE = 16 / 13;

/**
 * Places that recur: from afar the class marks of the highest ones that there is room for, from near circles of the
 * matching radius, filled with the heat band at their anchor, each with its class.
 */
export const recurrencePlaces = defineLayer({
  id: "recurring",
  title: (text) => text.layers.recurrencePlaces,
  band: "points",
  isDefault: true,
  minZoom: MARKS_FROM_ZOOM,
  query: recurringMarksQuery,
  draw: ({ circles, marks, legend }: RecurringMarks, { palette, picked }): Drawing => {
    const pickedId = picked?.kind === "place" ? picked.id : -1;
    return {
      deck: [
        // A layer without anything is a pass of its own in every frame.
        ...(circles.length > 0
          ? [circleLayer(circles, legend.kernel.breaks, palette, pickedId)]
          : []),
        markLayer(marks, palette, pickedId),
      ],
    };
  },
  pick: (object) => {
    const { id } =
      "place" in Object(object) ? (object as PlacedMark).place : (object as RecurrencePlace);
    return { kind: "place", id };
  },
});

/** How sure it is, told by the outline: width, opacity, and dashes where it is low. */
const OUTLINE = {
  high: { width: 1.8, alpha: 0.95, dashed: 0 },
  medium: { width: 1.3, alpha: 0.8, dashed: 0 },
  low: { width: 1.2, alpha: 0.6, dashed: 1 },
} as const;

function circleLayer(
  circles: readonly RecurrencePlace[],
  breaks: readonly number[],
  palette: MapPalette,
  pickedId: number,
) {
  const colour = ({ density }: RecurrencePlace) =>
    palette.heat[Math.max(0, bandOf(density, breaks))] ?? "";
  return new CircleLayer<RecurrencePlace>({
    id: `recurring-circles-${palette.theme}`,
    data: circles,
    pickable: true,
    stroked: true,
    radiusUnits: "meters",
    lineWidthUnits: "pixels",
    getPosition: ({ position }) => position,
    getRadius: ({ radiusM }) => radiusM,
    getFillColor: (place) => rgba(colour(place), bandOf(place.density, breaks) < 0 ? 0.06 : 0.34),
    getLineColor: (place) =>
      place.id === pickedId
        ? rgba(palette.accent, 0.95)
        : rgba(colour(place), OUTLINE[place.confidenceLevel].alpha),
    getLineWidth: ({ id, confidenceLevel }) =>
      id === pickedId ? 2.5 : OUTLINE[confidenceLevel].width,
    getDashed: ({ id, confidenceLevel }) => (id === pickedId ? 0 : OUTLINE[confidenceLevel].dashed),
    updateTriggers: {
      getFillColor: breaks.join(),
      getLineColor: [breaks.join(), pickedId],
      getLineWidth: pickedId,
      getDashed: pickedId,
    },
    ...before(slotOf("lines")),
  });
}

function markLayer(marks: readonly PlacedMark[], palette: MapPalette, pickedId: number) {
  const { image, mapping } = markAtlas(palette);
  return new IconLayer<PlacedMark>({
    id: `recurring-marks-${palette.theme}`,
    data: marks,
    pickable: true,
    iconAtlas: image as unknown as string,
    iconMapping: mapping,
    getIcon: ({ place }): MarkName => (place.class === "none" ? "once" : place.class),
    getPosition: ({ place }) => place.position,
    getPixelOffset: ({ offset }) => [offset[0], offset[1]],
    getColor: ({ place }) => [0, 0, 0, place.confidenceLevel === "low" ? 150 : 255],
    getSize: ({ place }) => (place.id === pickedId ? SELECTED_SIZE : SIZE) * PICTURE_PER_SHAPE,
    updateTriggers: { getSize: pickedId },
    ...before(slotOf("points")),
  });
}
