import { useCallback, useRef, useState } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { degreesOf } from "../../state/round-stops.ts";
import { shrinkPhoto } from "../../state/shrink-photo.ts";
import { type PhotoList, usePhotos } from "../../state/use-photos.ts";
import { type PhonePosition, positionAt } from "../../state/use-position.ts";
import { watermark } from "../../state/watermark.ts";
import { useFieldText } from "../../text/field-text.ts";
import { useFieldCity } from "./field-city.ts";

type Marked = {
  readonly list: PhotoList;
  /** Pictures are being drawn over. */
  readonly isMarking: boolean;
};

/**
 * Pictures with place, time, position, description and name burnt in, before they leave the page. The time is the file's
 * own, of a picture from the camera just now; the phone's position is burnt in only where it is of about that time, else
 * the report's, and it says so.
 */
export function useMarkedPhotos(
  feature: ProblemFeature,
  title: string,
  position: PhonePosition | null,
): Marked {
  const linesOf = useMarkLines(feature, title, position);
  const list = usePhotos({ to: "later" });
  const latest = useRef(list);
  latest.current = list;
  const lines = useRef(linesOf);
  lines.current = linesOf;
  const [isMarking, setIsMarking] = useState(false);

  const add = useCallback((picked: Iterable<Blob>) => {
    const files = [...picked];
    setIsMarking(true);
    void (async () => {
      const marked: Blob[] = [];
      for (const file of files) marked.push(await drawnOver(file, lines.current));
      latest.current.add(marked);
      setIsMarking(false);
    })();
  }, []);
  return { list: { ...list, add }, isMarking };
}

/** One that cannot be read goes on as it is: the list says what is wrong with it. */
async function drawnOver(file: Blob, linesOf: (t: number) => readonly string[]): Promise<Blob> {
  const takenAt = file instanceof File ? file.lastModified : Date.now();
  return shrinkPhoto(file, watermark(linesOf(takenAt))).catch(() => file);
}

function useMarkLines(feature: ProblemFeature, title: string, position: PhonePosition | null) {
  const { mark: text } = useFieldText().round;
  const { format, viewer } = useFieldCity();
  const { address, description, zone, community } = feature.properties;
  return (takenAt: number): readonly string[] => {
    const phone = positionAt(position, takenAt);
    const spot = degreesOf(feature);
    const place = address ?? community?.name ?? zone?.name ?? null;
    return [
      title,
      ...(place === null ? [] : [text.place(place)]),
      text.time(format.fullMinute(new Date(takenAt).toISOString())),
      phone
        ? text.here(degreesText([phone.lng, phone.lat]), Math.round(phone.accuracyM))
        : spot
          ? text.spot(degreesText(spot))
          : text.nowhere,
      ...(description === "" ? [] : [text.said(description)]),
      text.by(viewer.name),
    ];
  };
}

/** About 10 cm. */
function degreesText([lng, lat]: readonly [number, number]): string {
  return `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
}
