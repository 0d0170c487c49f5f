import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a PDF holds, as a reader of it sees it. */
export async function openPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  return {
    pageCount: document.numPages,
    metadata: () => document.getMetadata(),
    /** Width and height in points. */
    async sizeOf(page: number): Promise<readonly [number, number]> {
      const [left = 0, top = 0, right = 0, bottom = 0] = (await document.getPage(page)).view;
      return [right - left, bottom - top];
    },
    /** Pieces of text with where they begin and how far they reach, points from the bottom left. */
    async textsOf(page: number) {
      const { items } = await (await document.getPage(page)).getTextContent();
      return items.flatMap((item) =>
        "str" in item
          ? [
              {
                text: item.str,
                x: item.transform[4] as number,
                y: item.transform[5] as number,
                width: item.width,
                height: item.height,
              },
            ]
          : [],
      );
    },
    /** The page as pixels at that many dots an inch. */
    async pixelsOf(page: number, dotsPerInch: number) {
      const opened = await document.getPage(page);
      const viewport = opened.getViewport({ scale: dotsPerInch / 72 });
      const { canvas, context } = canvasOf(document, viewport.width, viewport.height);
      await opened.render({ canvas, canvasContext: context, viewport }).promise;
      const { width, height } = canvas;
      return {
        width,
        height,
        data: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data),
        png: () => canvas.toBuffer("image/png"),
      };
    },
  };
}

type OpenDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;
type Rendering = Parameters<Awaited<ReturnType<OpenDocument["getPage"]>>["render"]>[0];

/** The reader's own canvas: its types know the browser's alone, here it has the same methods and more. */
function canvasOf({ canvasFactory }: OpenDocument, width: number, height: number) {
  const { create } = canvasFactory as {
    create(width: number, height: number): { canvas: PngCanvas; context: Context };
  };
  return create.call(canvasFactory, Math.ceil(width), Math.ceil(height));
}
type Context = NonNullable<Rendering["canvasContext"]>;
type PngCanvas = NonNullable<Rendering["canvas"]> & { toBuffer(type: "image/png"): Buffer };
