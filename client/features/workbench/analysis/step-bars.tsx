export type Bar = { readonly key: string; readonly value: number; readonly label: string };

type StepBarsProps = {
  readonly bars: readonly Bar[];
  readonly label: string;
  /** Captions under the first and the last bar. */
  readonly ends: readonly [first: string, last: string];
};

/** Counts over time as bars from zero, each with its words; the figures are in a list for those who cannot see them. */
export function StepBars({ bars, label, ends }: StepBarsProps) {
  const top = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <figure className="step-bars" aria-label={label}>
      <ul>
        {bars.map(({ key, value, label: words }) => (
          <li key={key} title={words}>
            <span className="step-value">{value}</span>
            <span className="step-bar" style={{ height: `${(56 * value) / top}px` }} />
            <span className="hidden-words">{words}</span>
          </li>
        ))}
      </ul>
      <figcaption>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </figcaption>
    </figure>
  );
}
