import type { Page } from "@playwright/test";

/** Least px at a height of 1080 of any text, and of names and numbers; least contrast with the ground. */
const LEAST = { textPx: 16, namePx: 19, contrast: 4.5 } as const;

/** What cannot be read on a wall: too small, cut off, on top of another text, or too faint. */
export function illegibleTexts(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const unit = innerHeight / 1080;
    const leaves = [...document.querySelectorAll<HTMLElement>(".wall *")].filter((element) => {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
      );
      const { width, height } = element.getBoundingClientRect();
      return own && width > 0 && height > 0 && isInSight(element);
    });
    const found: string[] = [];
    for (const element of leaves) {
      const style = getComputedStyle(element);
      const px = (Number.parseFloat(style.fontSize) * drawnScale(element)) / unit;
      const isName = element.matches("h1, h2, h3, th[scope=row], strong, .is-number");
      const words = `${element.tagName} “${element.textContent?.slice(0, 24)}”`;
      // Titles of legends explain marks; they are captions.
      const isCaption = element.closest(".wall-legend, thead") !== null;
      if (px < least.textPx - 0.05) found.push(`${words} is ${px.toFixed(1)} px`);
      if (isName && !isCaption && px < least.namePx - 0.05) {
        found.push(`${words} is a name or number of ${px.toFixed(1)} px`);
      }
      if (isCut(element, style)) found.push(`${words} is cut off`);
      const ratio = contrast(
        rgb(element instanceof SVGElement ? style.fill : style.color),
        rgb(getComputedStyle(groundOf(element)).backgroundColor),
      );
      if (ratio < least.contrast) found.push(`${words} has a contrast of ${ratio.toFixed(1)}`);
    }
    const boxes = leaves.map((element) => ({ element, rect: textRect(element) }));
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        if (isFloating(a.element) || isFloating(b.element)) continue;
        const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
        const high = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
        // Lines of text may share the empty space above and below their letters.
        if (wide > 1 && high > 0.3 * Math.min(a.rect.height, b.rect.height)) {
          found.push(`“${a.element.textContent}” lies on “${b.element.textContent}”`);
        }
      }
    }
    return found;

    /** Within the window and within every box that hides what does not fit. */
    function isInSight(element: HTMLElement): boolean {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (getComputedStyle(box).overflow !== "hidden") continue;
        const around = box.getBoundingClientRect();
        if (top >= around.bottom - 1 || bottom <= around.top || left >= around.right) return false;
        if (right <= around.left) return false;
      }
      return true;
    }

    function isCut(element: HTMLElement, style: CSSStyleDeclaration): boolean {
      if (element.scrollWidth > element.clientWidth + 1 && style.overflow === "hidden") {
        return !isShortened(element, style);
      }
      const { top, bottom, left, right } = textRect(element);
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (getComputedStyle(box).overflow !== "hidden") continue;
        const around = box.getBoundingClientRect();
        if (right > around.right + 2 * unit || left < around.left - 2 * unit) {
          return !isShortened(box, getComputedStyle(box));
        }
        if (bottom > around.bottom + 4 * unit || top < around.top - 4 * unit) return true;
      }
      return false;
    }

    function isFloating(element: HTMLElement): boolean {
      return element.closest(".wall-why, .wall-diag, .wall-picked") !== null;
    }

    /** Ends in dots on purpose, and its title says it in full. */
    function isShortened(element: HTMLElement, style: CSSStyleDeclaration): boolean {
      return style.textOverflow === "ellipsis" && element.title !== "";
    }

    /** Px of the page to a unit of the drawing that it stands in. */
    function drawnScale(element: Element): number {
      return element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    }

    /** About its letters: the box of a line is half as high again. */
    function textRect(element: HTMLElement): DOMRect {
      const range = document.createRange();
      range.selectNodeContents(element);
      const box = range.getBoundingClientRect();
      const lines = Math.max(1, range.getClientRects().length);
      const air =
        lines > 1 ? 0 : box.height - Number.parseFloat(getComputedStyle(element).fontSize);
      // What ends in dots is seen no further than its box.
      const isHidden = getComputedStyle(element).overflow === "hidden";
      const right = isHidden
        ? Math.min(box.right, element.getBoundingClientRect().right)
        : box.right;
      return new DOMRect(box.x, box.y + air / 2, right - box.x, box.height - air);
    }

    function groundOf(element: HTMLElement): HTMLElement {
      let ground: HTMLElement = element;
      while (ground.parentElement) {
        const [, , , alpha = 1] = rgb(getComputedStyle(ground).backgroundColor);
        if (alpha > 0.5) break;
        ground = ground.parentElement;
      }
      return ground;
    }

    function rgb(text: string): number[] {
      return (text.match(/[\d.]+/g) ?? []).map(Number);
    }

    function contrast(a: number[], b: number[]): number {
      const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
      return (light + 0.05) / (dark + 0.05);
    }

    function luminance([r = 0, g = 0, b = 0]: number[]): number {
      const linear = [r, g, b].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
    }
  }, LEAST);
}
