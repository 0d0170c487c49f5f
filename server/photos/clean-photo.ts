import sharp from "sharp";
import { DomainError } from "../../domain/errors.ts";
import { otherKind, pictureType } from "./picture-kind.ts";
import { type TakenAt, takenAtOf } from "./taken-at.ts";

/** More than a phone makes unless it is asked to; decoding one takes up to 350 MB. */
export const MOST_PIXELS = 60_000_000;
const LONGEST_SIDE_PX = 2048;
const SMALL_SIDE_PX = 320;
const QUALITY = 82;
const SMALL_QUALITY = 72;
const DECODED_WITHIN_S = 20;

// One picture after another is decoded and none is seen twice: a cache and threads would only hold memory.
sharp.cache(false);
sharp.concurrency(1);

/** A picture made anew: upright, small enough, and nothing in it but what is seen. */
export type CleanPhoto = {
  readonly jpeg: Uint8Array;
  /** For lists, 320 px at its longest side. */
  readonly small: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly takenAt: TakenAt | null;
};

/**
 * Decodes what somebody sent and encodes it again, so that metadata, and whatever else was put into the file or behind it,
 * stay outside. Goes by content alone. Throws `bad-photo`.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanPhoto> {
  if (bytes.length === 0) throw new DomainError("bad-photo", { problem: "empty", detail: "" });
  if (pictureType(bytes) === null) {
    throw new DomainError("bad-photo", { problem: "kind", detail: otherKind(bytes) });
  }
  try {
    return await made(bytes);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const isSlow = error instanceof Error && error.message.startsWith("timeout");
    throw new DomainError("bad-photo", { problem: isSlow ? "slow" : "damaged", detail: "" });
  }
}

async function made(bytes: Uint8Array): Promise<CleanPhoto> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true } as const;
  // The header alone, with no limit: the refusal says how large the picture is.
  const { width, height, exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MOST_PIXELS) {
    throw new DomainError("bad-photo", { problem: "pixels", detail: `${width} × ${height}` });
  }
  const { data, info } = await sharp(bytes, options)
    .timeout({ seconds: DECODED_WITHIN_S })
    .autoOrient()
    .resize(within(LONGEST_SIDE_PX))
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  const small = await sharp(data)
    .resize(within(SMALL_SIDE_PX))
    .jpeg({ quality: SMALL_QUALITY })
    .toBuffer();
  return { jpeg: data, small, width: info.width, height: info.height, takenAt: takenAtOf(exif) };
}

function within(sidePx: number) {
  return { width: sidePx, height: sidePx, fit: "inside", withoutEnlargement: true } as const;
}
