import { createRequire } from "node:module";

type Found = { readonly data: string } | null;
type ReadQr = (pixels: Uint8ClampedArray, width: number, height: number) => Found;

/** The package's types take its one export for a namespace. */
const { default: jsQr } = createRequire(import.meta.url)("jsqr") as { default: ReadQr };

/** What the one QR code in a picture says; null where none can be read. */
export function readQr(picture: {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}): string | null {
  return jsQr(picture.data, picture.width, picture.height)?.data ?? null;
}
