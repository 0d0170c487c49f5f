import { useCompass } from "../../state/use-compass.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";

type FacingFieldProps = {
  readonly value: number | null;
  readonly onChange: (degrees: number | null) => void;
};

const POINT_DEG = 45;

/** Where the panel looks: by a point of the compass, a slider, or the phone held towards it. */
export function FacingField({ value, onChange }: FacingFieldProps) {
  const text = useAdRegisterText();
  // Whoever looks at the panel looks against it.
  const compass = useCompass((heading) => onChange(Math.round(heading + 180) % 360));
  const isReading = compass.state === "reading";
  return (
    <fieldset className="street-field">
      <legend>{text.facing}</legend>
      <p className="street-hint">{isReading ? text.compassHow : text.facingHint}</p>
      <div className="adr-facing">
        <Dial degrees={value} />
        <div className="adr-facing-ways">
          <p aria-live="polite" className="adr-facing-said">
            {value === null ? text.facingNone : wordsOf(value, text)}
          </p>
          <label>
            <span className="adr-hidden">{text.facing}</span>
            <input
              type="range"
              min={0}
              max={359}
              step={1}
              value={value ?? 0}
              onChange={({ target }) => onChange(Number(target.value))}
            />
          </label>
          <p className="street-ways">
            <button
              type="button"
              className="button"
              onClick={isReading ? compass.stop : compass.start}
            >
              {isReading ? text.compassTake : text.compass}
            </button>
            {value !== null && !isReading && (
              <button type="button" className="link" onClick={() => onChange(null)}>
                {text.facingNone}
              </button>
            )}
          </p>
        </div>
      </div>
      <div className="street-ways adr-chips adr-points">
        {text.points.map((point, i) => (
          <button
            key={point}
            type="button"
            aria-pressed={value === i * POINT_DEG}
            onClick={() => onChange(i * POINT_DEG)}
          >
            {point}
          </button>
        ))}
      </div>
      {compass.state === "missing" && (
        <p className="street-trouble" role="status">
          {text.compassMissing}
        </p>
      )}
    </fieldset>
  );
}

/** A panel seen from above, north up, with an arrow where it looks. */
function Dial({ degrees }: { readonly degrees: number | null }) {
  const { points } = useAdRegisterText();
  return (
    <svg className="adr-dial" viewBox="-50 -50 100 100" aria-hidden="true">
      <circle r="46" />
      <path className="adr-dial-ticks" d="M0-46V-40M46 0H40M0 46V40M-46 0H-40" />
      <text y="-27">{points[0]?.slice(0, 1)}</text>
      {degrees !== null && (
        <g transform={`rotate(${degrees})`}>
          <path className="adr-dial-panel" d="M-15 7H15" />
          <path className="adr-dial-arrow" d="M0 7V-18M-7-12 0-20 7-12" />
        </g>
      )}
    </svg>
  );
}

function wordsOf(degrees: number, text: ReturnType<typeof useAdRegisterText>): string {
  const point = text.points[Math.round(degrees / POINT_DEG) % 8] ?? "";
  return text.facingOf(point, Math.round(degrees));
}
