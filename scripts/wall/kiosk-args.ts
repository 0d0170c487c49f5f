import { chromiumArgs } from "../../server/screen/chromium-args.ts";

export type KioskWindow = {
  readonly profile: string;
  /** Where it lies, px: `3840x2160+0+0`; null: the whole output that it opens on. */
  readonly rect: string | null;
  /** Device pixels to a px of the page, whatever the system enlarges by. */
  readonly scale: number;
  /** For a trial without a screen. */
  readonly isHeadless: boolean;
  /** Left to itself a browser takes X11, also where that is but a stand-in. */
  readonly isWayland: boolean;
};

const RECT = /^(\d{3,5})x(\d{3,5})(?:\+(\d{1,5})\+(\d{1,5}))?$/;

export const isRect = (text: string) => RECT.test(text);

/** For a browser that shows one page and nothing of its own, and that goes on when nobody looks at it or touches it. */
export function kioskArgs({ profile, rect, scale, isHeadless, isWayland }: KioskWindow): string[] {
  const [, width, height, left = 0, top = 0] = RECT.exec(rect ?? "") ?? [];
  return [
    ...chromiumArgs(profile),
    ...(isHeadless ? ["--headless=new", "--enable-unsafe-swiftshader"] : ["--kiosk"]),
    ...(width ? [`--window-size=${width},${height}`, `--window-position=${left},${top}`] : []),
    `--force-device-scale-factor=${scale}`,
    ...(isWayland && !isHeadless ? ["--ozone-platform=wayland"] : []),
    "--noerrdialogs",
    "--hide-crash-restore-bubble",
    "--disable-features=Translate",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--password-store=basic",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "about:blank",
  ];
}
