import { useId } from "react";
import { usePhotosText } from "../text/photos-text.ts";
import { Icon } from "./icon.tsx";
import "./photo-picker.css";

type ShownPhoto = {
  readonly key: string;
  readonly state: "reading" | "held" | "sending" | "waiting" | "kept" | "refused";
  readonly url: string | null;
  /** Sent so far, 0 … 1. */
  readonly progress: number;
  readonly trouble: "unreadable" | "too-large" | null;
  readonly said: string | null;
};

type Photos = {
  readonly photos: readonly ShownPhoto[];
  readonly most: number;
  readonly leftOut: number;
  add(picked: Iterable<Blob>): void;
  remove(key: string): void;
  retry(key: string): void;
};

type PhotoPickerProps = {
  /** What `usePhotos({ to })` of client/state/use-photos.ts gives; `files` of it is what a report names. */
  readonly list: Photos;
  /** What the pictures are of; “照片” where nothing is said. */
  readonly label?: string;
  /** Says what happens to pictures, below the buttons. */
  readonly hasHint?: boolean;
};

/**
 * Takes or chooses pictures and shows each with how far it is: `const list = usePhotos({ to: "account" })`, then
 * `<PhotoPicker list={list} />`. It holds no state of its own.
 */
export function PhotoPicker({ list, label, hasHint = true }: PhotoPickerProps) {
  const { photos, most, leftOut } = list;
  const text = usePhotosText().photos;
  return (
    <fieldset className="photo-picker" data-testid="photo-picker">
      <legend>
        {label ?? text.label} <span className="muted">{text.count(photos.length, most)}</span>
      </legend>
      {photos.length > 0 && (
        <ul>
          {photos.map((photo, i) => (
            <PickedPhotoItem key={photo.key} photo={photo} number={i + 1} list={list} />
          ))}
        </ul>
      )}
      {photos.length < most && (
        <p className="photo-ways">
          <PhotoInput isCamera onPick={list.add} />
          <PhotoInput isCamera={false} onPick={list.add} />
        </p>
      )}
      <p className="photo-left-out" role="status">
        {leftOut > 0 && text.leftOut(leftOut, most)}
      </p>
      {hasHint && <p className="muted">{text.hint(most)}</p>}
    </fieldset>
  );
}

type InputProps = {
  readonly isCamera: boolean;
  readonly onPick: (picked: Iterable<Blob>) => void;
};

/** A camera is offered where fingers point: elsewhere it would open the same window of files. */
function PhotoInput({ isCamera, onPick }: InputProps) {
  const text = usePhotosText().photos;
  const id = useId();
  return (
    <span className={isCamera ? "photo-way is-camera" : "photo-way"}>
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple={!isCamera}
        {...(isCamera && { capture: "environment" as const })}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          // The same picture may be chosen again after it was removed.
          target.value = "";
        }}
      />
      <label className="button" htmlFor={id}>
        <Icon name={isCamera ? "camera" : "plus"} /> {isCamera ? text.take : text.choose}
      </label>
    </span>
  );
}

type ItemProps = { readonly photo: ShownPhoto; readonly number: number; readonly list: Photos };

function PickedPhotoItem({ photo, number, list }: ItemProps) {
  const text = usePhotosText().photos;
  const { key, state, url, progress, trouble, said } = photo;
  const words = trouble === null ? text.states[state] : text.troubles[trouble];
  const canRetry = state === "waiting" || (state === "refused" && trouble === null);
  return (
    <li className={`photo-item is-${state}`} data-state={state}>
      <span className="photo-thumb">
        {url === null ? <Icon name="camera" /> : <img src={url} alt={text.one(number)} />}
        {state === "sending" && (
          <progress value={progress} aria-label={`${text.one(number)} ${text.states.sending}`} />
        )}
      </span>
      <span className="photo-said" role="status">
        {words}
        {said !== null && `：${said}`}
      </span>
      {canRetry && (
        <button
          type="button"
          className="link"
          aria-label={text.retryOne(number)}
          onClick={() => list.retry(key)}
        >
          {text.retry}
        </button>
      )}
      <button
        type="button"
        className="photo-remove"
        aria-label={text.remove(number)}
        onClick={() => list.remove(key)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
