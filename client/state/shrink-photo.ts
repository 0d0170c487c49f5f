/** What the server would make of it too, see server/photos/clean-photo.ts. */
const LONGEST_SIDE_PX = 2048;
const QUALITY = 0.85;
const FILE_BYTES_MAX = 40 * 1024 * 1024;

export type PhotoTrouble = "unreadable" | "too-large";

/** A picture that cannot be taken, and why. */
export class PhotoError extends Error {
  readonly trouble: PhotoTrouble;

  constructor(trouble: PhotoTrouble) {
    super(trouble);
    this.name = "PhotoError";
    this.trouble = trouble;
  }
}

/** Draws over a picture before it is encoded: a watermark. Sizes in pixels of the picture. */
export type PhotoMark = (
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
) => void;

/**
 * A picture drawn anew, upright and at most 2048 px, as JPEG: nothing that the camera wrote into the file is left. Some
 * 50 MB while it works, so one at a time. Throws a PhotoError.
 */
export async function shrinkPhoto(file: Blob, mark?: PhotoMark): Promise<Blob> {
  if (file.size > FILE_BYTES_MAX) throw new PhotoError("too-large");
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new PhotoError("unreadable");
  });
  try {
    return await drawn(bitmap, mark);
  } finally {
    bitmap.close();
  }
}

async function drawn(bitmap: ImageBitmap, mark?: PhotoMark): Promise<Blob> {
  const size = fittedSize(bitmap, LONGEST_SIDE_PX);
  const canvas = document.createElement("canvas");
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext("2d");
  if (!context) throw new PhotoError("unreadable");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, size.width, size.height);
  mark?.(context, size);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", QUALITY),
  );
  // Some phones free the memory of a canvas only when it is made small.
  canvas.width = 0;
  canvas.height = 0;
  if (!blob) throw new PhotoError("unreadable");
  return blob;
}

type Size = { readonly width: number; readonly height: number };

/** Whole pixels within a square of `most`, never larger than it was. */
export function fittedSize({ width, height }: Size, most: number): Size {
  const scale = Math.min(1, most / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
