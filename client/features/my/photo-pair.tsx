import type { MyProblem } from "../../../domain/contract/my.ts";
import { useMyText } from "../../text/my-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useMyCity } from "./my-city.ts";

/** The last photograph before and after; an empty frame where there is none before. */
export function PhotoPair({ photos }: Pick<MyProblem, "photos">) {
  const text = useMyText();
  const { format } = useMyCity();
  const shown = (["before", "after"] as const).flatMap(
    (kind) => photos.findLast((photo) => photo.kind === kind) ?? [],
  );
  if (shown.length === 0) {
    return (
      <p className="phone-no-photo">
        <Icon name="camera" /> {text.my.noPhoto}
      </p>
    );
  }
  return (
    <div className="phone-photos">
      {shown.map(({ file, kind, takenAt }) => (
        <figure key={file}>
          <img src={`/api/photos/${encodeURIComponent(file)}`} alt={text.my[kind]} loading="lazy" />
          <figcaption>
            {text.my[kind]} {takenAt && format.minute(takenAt)}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
