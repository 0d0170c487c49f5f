import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { DAY_MS } from "../../domain/time.ts";
import { isMissing, syncFolder, writeDurably } from "../durable-files.ts";
import { cleanPhoto } from "./clean-photo.ts";
import { Slots } from "./slots.ts";
import type { TakenAt } from "./taken-at.ts";

/** Decodes at the same time: the largest picture, sent progressively, takes some 350 MB and a second. */
const DECODES = 1;
const MOST_WAITING = 200;
/** An upload that belongs to no report by then is removed. */
const KEPT_WAITING_MS = DAY_MS;
const UPLOADED = /^[0-9a-f]{24}\.jpg$/;
/** Of a picture: the small one and what is known of it go first, so that whoever finds the picture finds all. */
const PARTS = ["-s.jpg", ".json", ".jpg"] as const;

export type KeptPhoto = {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly takenAt: TakenAt | null;
};

/**
 * Pictures that were uploaded, named by their content. An upload waits in a folder that nobody reads until a report takes it;
 * then it moves, before the report is written, so that a report never names what is not there.
 */
export class PhotoStore {
  readonly #kept: string;
  readonly #waiting: string;
  readonly #decodes = new Slots(DECODES, MOST_WAITING);

  constructor(folder: string) {
    this.#kept = folder;
    this.#waiting = join(folder, "waiting");
  }

  /** Durable when it is answered; the same picture again is the same file. Throws `bad-photo`, `photos-busy`. */
  async take(bytes: Uint8Array): Promise<KeptPhoto> {
    const { jpeg, small, ...facts } = await this.#decodes.run(() => cleanPhoto(bytes));
    const stem = createHash("sha256").update(jpeg).digest("hex").slice(0, 24);
    const photo: KeptPhoto = { file: `${stem}.jpg`, ...facts };
    if (await isThere(join(this.#kept, photo.file))) return photo;
    await mkdir(this.#waiting, { recursive: true, mode: 0o700 });
    await writeDurably(this.#waiting, `${stem}-s.jpg`, small);
    await writeDurably(this.#waiting, `${stem}.json`, JSON.stringify(photo));
    await writeDurably(this.#waiting, photo.file, jpeg);
    await syncFolder(this.#waiting);
    return photo;
  }

  /** Moves an upload to where it is read; null for a file that was never uploaded, or too long ago. */
  async attach(file: string): Promise<KeptPhoto | null> {
    if (!UPLOADED.test(file)) return null;
    const stem = file.slice(0, -".jpg".length);
    const isNew = !(await isThere(join(this.#kept, file)));
    if (isNew) {
      if (!(await isThere(join(this.#waiting, file)))) return null;
      for (const part of PARTS) await this.#move(`${stem}${part}`);
      await syncFolder(this.#kept);
    }
    const text = await readFile(join(this.#kept, `${stem}.json`), "utf8");
    return JSON.parse(text) as KeptPhoto;
  }

  /** Bytes of a picture that a report has, the small one where that is wanted; null where it was not uploaded here. */
  async read(file: string, isSmall: boolean): Promise<Uint8Array | null> {
    if (!UPLOADED.test(file)) return null;
    const name = isSmall ? file.replace(".jpg", "-s.jpg") : file;
    return readFile(join(this.#kept, name)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
  }

  /** Removes uploads that no report took within a day of `t`, and what a lost process left; answers how many files. */
  async removeUnattached(t: number): Promise<number> {
    const names: string[] = await readdir(this.#waiting).catch(() => []);
    const old = new Set<string>();
    for (const name of names) {
      const { mtimeMs } = await stat(join(this.#waiting, name)).catch(() => ({ mtimeMs: t }));
      if (mtimeMs < t - KEPT_WAITING_MS) old.add(name);
    }
    // The picture first, so that no report takes what is half gone; the rest of a younger one stays.
    const isWanted = (name: string) => !old.has(mainOf(name)) && names.includes(mainOf(name));
    const removed = [...old].filter((name) => !isWanted(name)).sort(mainFirst);
    for (const name of removed) await rm(join(this.#waiting, name), { force: true });
    return removed.length;
  }

  /** Two reports may take the same picture at once: one of them finds it moved. */
  async #move(name: string): Promise<void> {
    try {
      await rename(join(this.#waiting, name), join(this.#kept, name));
    } catch (error) {
      if (!isMissing(error) || !(await isThere(join(this.#kept, name)))) throw error;
    }
  }
}

/** The picture that a file belongs to. */
function mainOf(name: string): string {
  return name.replace(/(-s\.jpg|\.json)$/, ".jpg");
}

function mainFirst(a: string, b: string): number {
  return Number(UPLOADED.test(b)) - Number(UPLOADED.test(a));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
