import type { Photo } from "../../../domain/problem.ts";
import { useFieldText } from "../../text/field-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFieldCity } from "./field-city.ts";

type PhotoRowProps = {
  readonly photos: readonly Photo[];
  readonly kind: Photo["kind"];
};

const SHOWN = 4;

/** The newest pictures of a kind, small; each opens in full. */
export function PhotoRow({ photos, kind }: PhotoRowProps) {
  const { field: text } = useFieldText();
  const { format } = useFieldCity();
  const shown = photos.filter((photo) => photo.kind === kind).slice(-SHOWN);
  if (shown.length === 0) {
    return kind === "after" ? null : (
      <p className="phone-no-photo">
        <Icon name="camera" /> {text.noPhoto}
      </p>
    );
  }
  return (
    <ul className="phone-photos">
      {shown.map(({ file, takenAt }) => (
        <li key={file}>
          <a href={`/api/photos/${encodeURIComponent(file)}`} target="_blank" rel="noreferrer">
            <img
              src={`/api/photos/${encodeURIComponent(file)}?size=small`}
              alt={text[kind]}
              loading="lazy"
            />
          </a>
          <span>
            {text[kind]} {takenAt !== undefined && format.minute(takenAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
