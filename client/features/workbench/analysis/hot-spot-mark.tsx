import {
  courseStyles,
  type DrawnPattern,
  partsOf,
  type UnitLine,
} from "../../../map/hot-spot-style.ts";
import "./analysis.css";

const SIDE = 22;

/** A pattern as its squares are drawn, for legends and titles. */
export function HotSpotMark({ pattern }: { readonly pattern: DrawnPattern }) {
  const { course, side } = partsOf(pattern);
  const { fillOpacity, hatch, outlineWidth, isDashed } = courseStyles[course];
  return (
    <svg className={`hot-spot-mark ${side}`} viewBox="-2 -2 26 26" aria-hidden="true">
      <rect width={SIDE} height={SIDE} fill="currentColor" fillOpacity={fillOpacity} />
      <path d={hatch.map(pathOf).join("")} fill="none" stroke="currentColor" strokeWidth="1.2" />
      <rect
        width={SIDE}
        height={SIDE}
        fill="none"
        stroke="currentColor"
        strokeWidth={outlineWidth}
        strokeDasharray={isDashed ? "5 3" : undefined}
      />
    </svg>
  );
}

function pathOf(line: UnitLine): string {
  const points = line.map(([x, y]) => `${(SIDE * x).toFixed(1)} ${(SIDE * (1 - y)).toFixed(1)}`);
  return `M${points.join("L")}`;
}
