import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../api/http.ts";
import { type PhotoDoor, uploadPhoto } from "../api/upload-photo.ts";
import { PhotoError, type PhotoMark, type PhotoTrouble, shrinkPhoto } from "./shrink-photo.ts";

/** `held`: kept on the page to be sent later, see `to`. `waiting`: to be uploaded when there is a connection. */
export type PickedPhoto = {
  readonly key: string;
  readonly state: "reading" | "held" | "sending" | "waiting" | "kept" | "refused";
  /** Of the picture as it is sent, on this page; null until it is read. */
  readonly url: string | null;
  readonly blob: Blob | null;
  /** What a report names it by; null until the server has it. */
  readonly file: string | null;
  /** Sent so far, 0 … 1. */
  readonly progress: number;
  readonly trouble: PhotoTrouble | null;
  /** Why the server refused it, in the reader's language. */
  readonly said: string | null;
};

type Options = {
  /** By which door a picture is uploaded as soon as it is picked; `later`: not at all, the page sends `blobs` itself. */
  readonly to: PhotoDoor | "later";
  readonly most?: number;
  /** Drawn over each picture before it is encoded. */
  readonly mark?: PhotoMark;
};

export type PhotoList = {
  readonly photos: readonly PickedPhoto[];
  readonly most: number;
  /** How many of the last ones picked found no room. */
  readonly leftOut: number;
  /** Some are read or sent at this moment, or wait for a connection: a report that is sent now goes without them. */
  readonly isBusy: boolean;
  /** What a report names its pictures by, those that the server has. */
  readonly files: readonly string[];
  /** Pictures as they are sent, all that could be read. */
  readonly blobs: readonly Blob[];
  add(picked: Iterable<Blob>): void;
  remove(key: string): void;
  retry(key: string): void;
  clear(): void;
};

/** Pictures of a form: made small one after another, uploaded, and again when the connection comes back. */
export function usePhotos({ to, most = 6, mark }: Options): PhotoList {
  const [photos, setPhotos] = useState<readonly PickedPhoto[]>([]);
  const [leftOut, setLeftOut] = useState(0);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(photos);
  latest.current = photos;

  const change = useCallback((key: string, part: Partial<PickedPhoto>) => {
    setPhotos((list) => list.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));
  }, []);
  const inTurn = useCallback((work: () => Promise<void>) => {
    turn.current = turn.current.then(work);
  }, []);
  const send = useCallback(
    async (key: string, blob: Blob) => {
      if (to === "later") return change(key, { state: "held" });
      change(key, { state: "sending", progress: 0 });
      change(key, await uploaded(blob, to, (progress) => change(key, { progress })));
    },
    [to, change],
  );
  const read = useCallback(
    async (key: string, file: Blob) => {
      try {
        const blob = await shrinkPhoto(file, mark);
        change(key, { blob, url: URL.createObjectURL(blob) });
        await send(key, blob);
      } catch (error) {
        const trouble = error instanceof PhotoError ? error.trouble : "unreadable";
        change(key, { state: "refused", trouble });
      }
    },
    [mark, change, send],
  );
  const retry = useCallback(
    (key: string) => {
      const blob = latest.current.find((photo) => photo.key === key)?.blob;
      if (blob) inTurn(() => send(key, blob));
    },
    [inTurn, send],
  );

  useEffect(() => {
    const again = () => {
      for (const { key, state } of latest.current) if (state === "waiting") retry(key);
    };
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [retry]);
  useEffect(() => () => release(latest.current), []);

  function add(picked: Iterable<Blob>): void {
    const files = [...picked];
    const room = Math.max(0, most - photos.length);
    const added = files.slice(0, room).map((file) => ({ file, photo: freshPhoto() }));
    setLeftOut(files.length - added.length);
    setPhotos((list) => [...list, ...added.map(({ photo }) => photo)]);
    for (const { file, photo } of added) inTurn(() => read(photo.key, file));
  }
  function remove(key: string): void {
    release(photos.filter((photo) => photo.key === key));
    setLeftOut(0);
    setPhotos((list) => list.filter((photo) => photo.key !== key));
  }
  function clear(): void {
    release(photos);
    setLeftOut(0);
    setPhotos([]);
  }
  return {
    photos,
    most,
    leftOut,
    isBusy: photos.some(({ state }) => ["reading", "sending", "waiting"].includes(state)),
    files: photos.flatMap(({ file }) => file ?? []),
    blobs: photos.flatMap(({ blob }) => blob ?? []),
    add,
    remove,
    retry,
    clear,
  };
}

async function uploaded(
  blob: Blob,
  door: PhotoDoor,
  onProgress: (share: number) => void,
): Promise<Partial<PickedPhoto>> {
  try {
    const { file } = await uploadPhoto(blob, door, onProgress);
    return { state: "kept", file, progress: 1, said: null };
  } catch (error) {
    const isRefusal = error instanceof ApiError && error.status >= 400 && error.status < 500;
    return isRefusal ? { state: "refused", said: error.message } : { state: "waiting" };
  }
}

function freshPhoto(): PickedPhoto {
  return {
    key: freshKey(),
    state: "reading",
    url: null,
    blob: null,
    file: null,
    progress: 0,
    trouble: null,
    said: null,
  };
}

let made = 0;

/** Of this page alone. */
function freshKey(): string {
  made++;
  return `photo-${made}`;
}

function release(photos: readonly PickedPhoto[]): void {
  for (const { url } of photos) if (url !== null) URL.revokeObjectURL(url);
}
