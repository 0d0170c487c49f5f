import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
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
  const latest = useRef(photos);
  latest.current = photos;
  const { read, retry } = useSending({ to, mark, latest, setPhotos });
  useEffect(() => () => release(latest.current), []);

  function add(picked: Iterable<Blob>): void {
    const files = [...picked];
    const room = Math.max(0, most - photos.length);
    const added = files.slice(0, room).map((file) => ({ file, photo: freshPhoto() }));
    setLeftOut(files.length - added.length);
    setPhotos((list) => [...list, ...added.map(({ photo }) => photo)]);
    for (const { file, photo } of added) read(photo.key, file);
  }
  function drop(isDropped: (photo: PickedPhoto) => boolean): void {
    release(photos.filter(isDropped));
    setLeftOut(0);
    setPhotos((list) => list.filter((photo) => !isDropped(photo)));
  }
  return {
    photos,
    most,
    leftOut,
    isBusy: photos.some(({ state }) => ["reading", "sending", "waiting"].includes(state)),
    files: photos.flatMap(({ file }) => file ?? []),
    blobs: photos.flatMap(({ blob }) => blob ?? []),
    add,
    remove: (key) => drop((photo) => photo.key === key),
    retry,
    clear: () => drop(() => true),
  };
}

type Sending = Pick<Options, "to"> & {
  readonly mark: PhotoMark | undefined;
  readonly latest: RefObject<readonly PickedPhoto[]>;
  readonly setPhotos: Dispatch<SetStateAction<readonly PickedPhoto[]>>;
};

/** Reads and sends pictures, one at a time: each takes much memory while it is read. */
function useSending({ to, mark, latest, setPhotos }: Sending) {
  const turn = useRef<Promise<void>>(Promise.resolve());
  const change = useCallback(
    (key: string, part: Partial<PickedPhoto>) =>
      setPhotos((list) => list.map((photo) => (photo.key === key ? { ...photo, ...part } : photo))),
    [setPhotos],
  );
  const send = useCallback(
    async (key: string, blob: Blob) => {
      if (to === "later") return change(key, { state: "held" });
      change(key, { state: "sending", progress: 0 });
      change(key, await uploaded(blob, to, (progress) => change(key, { progress })));
    },
    [to, change],
  );
  const retry = useCallback(
    (key: string) => {
      const blob = latest.current.find((photo) => photo.key === key)?.blob;
      if (blob) turn.current = turn.current.then(() => send(key, blob));
    },
    [latest, send],
  );
  useEffect(() => {
    const again = () => {
      for (const { key, state } of latest.current) if (state === "waiting") retry(key);
    };
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [latest, retry]);

  async function readNow(key: string, file: Blob): Promise<void> {
    try {
      const blob = await shrinkPhoto(file, mark);
      change(key, { blob, url: URL.createObjectURL(blob) });
      await send(key, blob);
    } catch (error) {
      const trouble = error instanceof PhotoError ? error.trouble : "unreadable";
      change(key, { state: "refused", trouble });
    }
  }
  return {
    retry,
    read(key: string, file: Blob): void {
      turn.current = turn.current.then(() => readNow(key, file));
    },
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
