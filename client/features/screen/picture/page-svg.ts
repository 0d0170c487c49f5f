import type { MapPicture } from "./map-pictures.ts";

const SVG = "http://www.w3.org/2000/svg";
const XHTML = "http://www.w3.org/1999/xhtml";
/** What an image must not move, load or hold. */
const STILL = "*,*::before,*::after{animation:none!important;transition:none!important}";
const LEFT_OUT = "script, noscript, iframe, style, link";
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML does not let through
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * The page as it stands as an SVG that needs nothing from outside: its elements with the styles of its sheets, and pictures in
 * the places of canvases. The root has the attributes of the page's, so that styles of `:root` hold.
 */
export async function pageSvg(maps: readonly MapPicture[]): Promise<string> {
  const canvases = new Map(maps.map(({ canvas, url }) => [canvas, url]));
  const { innerWidth: width, innerHeight: height } = window;
  const svg = document.createElementNS(SVG, "svg");
  for (const { name, value } of document.documentElement.attributes) svg.setAttribute(name, value);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  const frame = document.createElementNS(SVG, "foreignObject");
  frame.setAttribute("width", "100%");
  frame.setAttribute("height", "100%");
  const html = document.createElementNS(XHTML, "html");
  const style = document.createElementNS(XHTML, "style");
  style.textContent = `${await sheetsText()}\n${STILL}`;
  html.append(style, stillBody(canvases));
  frame.append(html);
  svg.append(frame);
  return new XMLSerializer().serializeToString(svg).replace(NOT_XML, "");
}

/** As it was written: rules that a browser writes out again lose what a variable leaves open. */
async function sheetsText(): Promise<string> {
  const texts = [...document.styleSheets].map(async ({ href, ownerNode }) =>
    href === null ? (ownerNode?.textContent ?? "") : (await fetch(href)).text(),
  );
  return (await Promise.all(texts)).join("\n");
}

function stillBody(canvases: ReadonlyMap<HTMLCanvasElement, string>): Node {
  const body = document.body.cloneNode(true) as HTMLElement;
  const shown = [...document.body.querySelectorAll("canvas")];
  for (const [i, copy] of [...body.querySelectorAll("canvas")].entries()) {
    const canvas = shown[i];
    const picture = canvas && canvases.get(canvas);
    if (!canvas || !picture) continue;
    const image = document.createElement("img");
    image.className = copy.className;
    image.style.cssText = copy.style.cssText;
    image.style.width = `${canvas.clientWidth}px`;
    image.style.height = `${canvas.clientHeight}px`;
    image.src = picture;
    copy.replaceWith(image);
  }
  for (const each of body.querySelectorAll(LEFT_OUT)) each.remove();
  return body;
}
