import { useQuery } from "@tanstack/react-query";
import { type Spot, similarQuery } from "../../api/report-queries.ts";
import type { PhotoDoor } from "../../api/upload-photo.ts";
import { useReportText } from "../../text/report-text.ts";

type SimilarNoteProps = {
  readonly door: PhotoDoor;
  readonly spot: Spot;
  readonly category: string;
  readonly onSame: () => void;
  readonly onOther: () => void;
};

/** Says that the same was reported near by already, if it was; offline, and where the answer fails, nothing. */
export function SimilarNote({ door, spot, category, onSame, onOther }: SimilarNoteProps) {
  const text = useReportText();
  const { data } = useQuery(similarQuery(door, spot, category));
  if (!data || data.count === 0) return null;
  const { count, radiusM, nearest, problems = [] } = data;
  return (
    <section className="street-note report-similar" aria-live="polite" data-testid="similar">
      <p>
        <strong>{text.similar(count, text.metres(radiusM))}</strong>
      </p>
      {nearest && (
        <p>
          {text.similarNearest(
            nearest.category,
            nearest.days,
            nearest.distanceM < 10 ? null : text.metres(nearest.distanceM),
          )}
        </p>
      )}
      {problems.length > 0 && (
        <ul>
          {problems.map(({ distanceM, feature: { properties } }) => (
            <li key={properties.id}>
              <span>
                {properties.id} · {properties.reportedAt.slice(0, 10)} · {text.metres(distanceM)}
                {properties.description !== "" && ` · ${properties.description.slice(0, 40)}`}
              </span>
              <a
                href={`/?pick=problem:${encodeURIComponent(properties.id)}`}
                target="_blank"
                rel="noopener"
              >
                {text.open}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="street-ways">
        <button type="button" className="button" onClick={onSame}>
          {text.same}
        </button>
        <button type="button" className="button" onClick={onOther}>
          {text.notSame}
        </button>
      </p>
    </section>
  );
}
