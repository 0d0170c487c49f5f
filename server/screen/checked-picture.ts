import sharp from "sharp";
import { DomainError } from "../../domain/errors.ts";

/** Of the widest wall, 7680 × 2160, with much on it. */
export const WALL_PICTURE_BYTES = 40 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
const LEAST_PX = 320;
const DECODED_WITHIN_S = 30;

/** A PNG that was handed in, decoded and encoded again: nothing stays of it but what is seen. Throws `bad-photo`. */
export async function checkedPicture(bytes: Uint8Array) {
  const options = { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true } as const;
  try {
    const { format, width, height } = await sharp(bytes, options).metadata();
    if (format !== "png") throw new DomainError("bad-photo", { problem: "kind", detail: "" });
    if (width < LEAST_PX || height < LEAST_PX) {
      throw new DomainError("bad-photo", { problem: "pixels", detail: `${width} × ${height}` });
    }
    const made = sharp(bytes, options).timeout({ seconds: DECODED_WITHIN_S }).removeAlpha();
    const { data, info } = await made.png().toBuffer({ resolveWithObject: true });
    return { png: new Uint8Array(data), widthPx: info.width, heightPx: info.height };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("bad-photo", { problem: "damaged", detail: "" });
  }
}
