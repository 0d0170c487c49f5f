type SparklineProps = {
  readonly values: readonly number[];
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
};

/** A line on its own scale, from zero; the last value dotted. */
export function Sparkline({ values, label, width = 320, height = 64 }: SparklineProps) {
  if (values.length < 2) return null;
  const top = Math.max(...values, 1);
  const x = (i: number) => 4 + (i / (values.length - 1)) * (width - 10);
  const y = (value: number) => height - 6 - (value / top) * (height - 14);
  const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  const last = values.at(-1) ?? 0;
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line x1="0" x2={width} y1={height - 6} y2={height - 6} stroke="var(--line)" />
      <polyline points={points} fill="none" stroke="var(--bar)" strokeWidth="1.8" />
      <circle cx={x(values.length - 1)} cy={y(last)} r="3" fill="var(--accent)" />
    </svg>
  );
}
