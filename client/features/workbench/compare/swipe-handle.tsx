import { useRef } from "react";
import { clampSplit } from "../../../state/comparison.ts";
import { useText } from "../../../text/use-text.ts";
import { SideNames } from "./side-names.tsx";

type SwipeHandleProps = {
  readonly split: number;
  /** While it is dragged. */
  readonly onDrag: (share: number) => void;
  /** When it is let go, or moved by key. */
  readonly onChoose: (share: number) => void;
};

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.02,
  ArrowRight: 0.02,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
};

/** The border between two maps: dragged, or moved by the arrow keys. */
export function SwipeHandle({ split, onDrag, onChoose }: SwipeHandleProps) {
  const text = useText();
  const line = useRef<HTMLDivElement>(null);
  const isDragging = useRef(false);
  const shareAt = (clientX: number) => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    return box ? clampSplit((clientX - box.left) / box.width) : split;
  };
  return (
    <div className="swipe-line" ref={line} style={{ left: `${100 * split}%` }}>
      <SideNames />
      <button
        type="button"
        role="slider"
        className="swipe-handle"
        aria-label={text.compare.handle}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * split)}
        aria-valuetext={text.compare.share(Math.round(100 * split))}
        onKeyDown={(event) => {
          const step = KEY_STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          onChoose(clampSplit(split + step));
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          isDragging.current = true;
        }}
        onPointerMove={(event) => {
          if (isDragging.current) onDrag(shareAt(event.clientX));
        }}
        onPointerUp={(event) => {
          isDragging.current = false;
          onChoose(shareAt(event.clientX));
        }}
        onPointerCancel={() => {
          isDragging.current = false;
          onChoose(split);
        }}
      />
    </div>
  );
}
