import { describe, expect, it } from "vitest";
import { shortAddress } from "../../../../client/features/screen/panels/short-address.ts";

describe("shortAddress", () => {
  it.each([
    ["云泽市高新技术产业开发区朝阳路 663 号", "朝阳路 663 号"],
    ["江南省云泽市文昌区学府路 369 号后巷", "学府路 369 号后巷"],
    ["朝阳路 663 号", "朝阳路 663 号"],
    ["玉带农贸市场西门", "玉带农贸市场西门"],
    ["城市广场东区 3 号", "城市广场东区 3 号"],
    ["云泽市文昌区", "云泽市文昌区"],
    ["", ""],
  ])("%s → %s", (address, short) => {
    expect(shortAddress(address)).toBe(short);
  });
});
