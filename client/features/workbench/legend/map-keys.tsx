import { PLACES_FROM_ZOOM } from "../../../map/zoom-steps.ts";
import { readClasses } from "../../../state/shown-classes.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import { MapMark } from "../../../ui/map-mark.tsx";

/** Shapes of the classes that are shown, and how a low confidence looks. */
export function ClassKeys({ zoom }: { readonly zoom: number }) {
  const text = useText();
  const [url] = useWorkbenchUrl();
  return (
    <>
      <p className="keys">
        {readClasses(url.class).map((name) => (
          <span key={name}>
            <ClassMark name={name} /> {text.classes[name]}
          </span>
        ))}
      </p>
      <p className="facts">
        {zoom >= PLACES_FROM_ZOOM
          ? `${text.legend.placeRing} · ${text.analysis.lowDashed}`
          : `${text.analysis.topOnly} · ${text.analysis.lowFaint}`}
      </p>
    </>
  );
}

const statuses = ["open", "overdue", "closed"] as const;

/** What the arcs of a ring and the marks of single problems mean. */
export function RingKeys({ zoom }: { readonly zoom: number }) {
  const text = useText();
  return (
    <>
      <p className="keys ruled">
        <span className="muted">{text.legend.ring}</span>
        <LineKey colour="var(--open)" label={text.statuses.inTime} />
        <LineKey colour="var(--overdue)" label={text.statuses.overdue} />
        <LineKey colour="var(--closed)" label={text.statuses.closed} />
      </p>
      {zoom >= PLACES_FROM_ZOOM - 1 && (
        <p className="keys">
          <span className="muted">{text.list.title}</span>
          {statuses.map((status) => (
            <span key={status}>
              <MapMark status={status} /> {text.statuses[status]}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

type LineKeyProps = { readonly colour: string; readonly label: string };

export function LineKey({ colour, label }: LineKeyProps) {
  return (
    <span>
      <i className="stroke" style={{ background: colour }} /> {label}
    </span>
  );
}
