import { type RefObject, useEffect, useRef } from "react";
import type { MapEngine } from "../../../map/map-engine.ts";
import type { AdsPicked } from "../../../state/ads-url.ts";
import { findAt } from "./find-marks.ts";

/**
 * Writes what is under the pointer beside it, nothing where `wordsOf` has none; by hand, once a frame at most, so that nothing
 * is rendered for it.
 */
export function useHoverWords(
  engine: MapEngine | null,
  wordsOf: (picked: AdsPicked) => string,
): RefObject<HTMLParagraphElement | null> {
  const words = useRef<HTMLParagraphElement>(null);
  const latest = useRef(wordsOf);
  latest.current = wordsOf;
  useEffect(
    () =>
      engine?.withMap((map) => {
        let frame = 0;
        const hide = () => {
          cancelAnimationFrame(frame);
          if (words.current) words.current.hidden = true;
        };
        const show = ({ point }: { point: { x: number; y: number } }) => {
          cancelAnimationFrame(frame);
          frame = requestAnimationFrame(() => {
            const found = map.isMoving() ? null : findAt(engine, point);
            engine.setCursor(found ? "pointer" : "");
            const element = words.current;
            if (!element) return;
            const said = found ? latest.current(found) : "";
            element.hidden = said === "";
            if (said === "") return;
            element.textContent = said;
            element.style.translate = `${Math.round(point.x + 14)}px ${Math.round(point.y + 14)}px`;
          });
        };
        map.on("mousemove", show);
        map.on("mouseout", hide);
        map.on("movestart", hide);
        return () => {
          hide();
          map.off("mousemove", show);
          map.off("mouseout", hide);
          map.off("movestart", hide);
        };
      }),
    [engine],
  );
  return words;
}
