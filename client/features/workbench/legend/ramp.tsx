import { figure } from "../../../state/city-format.ts";

type RampProps = {
  readonly title: string;
  readonly unit: string;
  readonly colours: readonly string[];
  readonly breaks: readonly number[];
};

/** A measure's name and unit over its bands, each with the value it begins at. */
export function Ramp({ title, unit, colours, breaks }: RampProps) {
  return (
    <>
      <header>
        <h2>{title}</h2>
        <span className="unit">{unit}</span>
      </header>
      <div className="ramp">
        {colours.map((colour, band) => (
          <span key={colour}>
            <i style={{ background: colour }} />
            {figure(breaks[band] ?? 0)}
          </span>
        ))}
      </div>
    </>
  );
}
