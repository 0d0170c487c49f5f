import { expect, test } from "vitest";
import { isRect, kioskArgs } from "../../../scripts/wall/kiosk-args.ts";
import { wallAddress } from "../../../scripts/wall/wall-address.ts";

test("a link as it was made leads to the wall, and one that says where leads there", () => {
  expect(wallAddress("http://10.0.0.5:8787/kiosk#token=abc\n")).toEqual({
    url: "http://10.0.0.5:8787/kiosk?to=%2Fscreen#token=abc",
    path: "/screen",
    isSecret: true,
  });
  const named = wallAddress("https://grid.example/kiosk?to=%2Fscreen%3Fscene%3Dads#token=abc");
  expect([named?.path, named?.url.endsWith("scene%3Dads#token=abc")]).toEqual(["/screen", true]);
});

test("a page of the platform is taken as it is, its front page as the wall", () => {
  expect(wallAddress("http://127.0.0.1:8787")).toEqual({
    url: "http://127.0.0.1:8787/screen",
    path: "/screen",
    isSecret: false,
  });
  expect(wallAddress("http://h/screen/diag?lang=en")?.path).toBe("/screen/diag");
});

test.each(["", "screen", "file:///etc/passwd", "javascript:alert(1)", "/kiosk#token=abc"])(
  "%s is no address of a wall",
  (text) => expect(wallAddress(text)).toBeNull(),
);

test("the browser keeps its profile, opens no port and is not told the link", () => {
  const window = { profile: "/p", rect: "7680x2160+1920+0", scale: 1, isHeadless: false };
  const args = kioskArgs({ ...window, isWayland: true });
  expect(args).toContain("--ozone-platform=wayland");
  expect(kioskArgs({ ...window, isWayland: false }).join()).not.toContain("wayland");
  expect(args).toEqual(
    expect.arrayContaining([
      "--kiosk",
      "--user-data-dir=/p",
      "--window-size=7680,2160",
      "--window-position=1920,0",
      "--force-device-scale-factor=1",
    ]),
  );
  expect(args.filter((arg) => /port|http/.test(arg))).toEqual([]);
  expect(["7680x2160", "1920x1080+0+0", "1920", "1920x1080+0", "a"].map(isRect)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
