import sharp from "sharp";
import type { PaperPhoto } from "../../domain/order-paper.ts";
import type { Photo } from "../../domain/problem.ts";
import { packPhoto } from "./pack-photo.ts";
import type { PhotoStore } from "./photo-store.ts";
import { pictureType } from "./picture-kind.ts";

/** On paper 24 × 18 mm: some 230 dots an inch, some 8 KB. */
const WITHIN_PX = { width: 220, height: 165 } as const;
const QUALITY = 62;
const AT_ONCE = 4;
const MOST_PIXELS = 60_000_000;

export type PhotoSource = { readonly photos: PhotoStore; readonly packFolder: string };

/**
 * A small picture of each list of photos, the first of what was found wrong; null where there is none, or where it cannot
 * be read. A picture that several have is made once.
 */
export async function paperPhotos(
  source: PhotoSource,
  lists: readonly (readonly Photo[])[],
): Promise<(PaperPhoto | null)[]> {
  const files = lists.map((list) => (list.find(({ kind }) => kind === "before") ?? list[0])?.file);
  const wanted = [...new Set(files.flatMap((file) => file ?? []))];
  const made = new Map<string, PaperPhoto | null>();
  const work = async () => {
    for (let file = wanted.pop(); file !== undefined; file = wanted.pop())
      made.set(file, await paperPhoto(source, file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return files.map((file) => (file === undefined ? null : (made.get(file) ?? null)));
}

async function paperPhoto(
  { photos, packFolder }: PhotoSource,
  file: string,
): Promise<PaperPhoto | null> {
  const bytes = (await photos.read(file, true)) ?? (await packPhoto(packFolder, file));
  if (bytes === null || pictureType(bytes) === null) return null;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({ ...WITHIN_PX, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch {
    // A file of a pack may be damaged: the paper is worth more than the picture.
    return null;
  }
}
