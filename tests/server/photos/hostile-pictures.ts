import { crc32 } from "node:zlib";
import { zipSync } from "fflate";
import sharp from "sharp";

/** A picture of noise, so that its file is about as large as a photo of that size. */
export async function aPicture(
  width = 640,
  height = 480,
  kind: "jpeg" | "png" | "webp" = "jpeg",
  seed = 1,
): Promise<Uint8Array> {
  return noise(width, height, seed).toFormat(kind).toBuffer();
}

function noise(width: number, height: number, seed: number) {
  const data = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    data[i] = (i >> 6) ^ (state >>> 27);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="somebody"/></rdf:RDF></x:xmpmeta>`;

/** As a phone writes it: lying on its side, with where and when it was taken and by what. */
export async function aPhonePicture(): Promise<Uint8Array> {
  const left = await sharp({
    create: { width: 300, height: 400, channels: 3, background: "#d02020" },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width: 600, height: 400, channels: 3, background: "#2020d0" } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: "Phone & Co", Copyright: "somebody" },
      IFD2: { DateTimeOriginal: "2026:01:05 10:30:00" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "30/1 36/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "114/1 18/1 0/1",
      },
    })
    .withXmp(XMP)
    .withMetadata({ orientation: 6 })
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
}

export const svgWithScript = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
);

export const html = Buffer.from("<!doctype html><script>alert(document.cookie)</script>");

export const gif = Buffer.from(
  "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
  "base64",
);

export const SECRET = "what is hidden behind the picture";

/** A picture, and an archive for whoever reads from the end. */
export async function jpegAndZip(): Promise<Uint8Array> {
  const zip = zipSync({ "secret.txt": Buffer.from(SECRET) }, { level: 0 });
  return Buffer.concat([await aPicture(), zip]);
}

/** Says in a few bytes that it is that large. */
export function declaredPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", Buffer.from([0x78, 0x9c, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01])),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
