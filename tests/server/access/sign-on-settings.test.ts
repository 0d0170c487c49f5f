import { describe, expect, test } from "vitest";
import { readEnv } from "../../../server/env.ts";

const COMPLETE = {
  PUBLIC_URL: "https://grid.example.gov.cn",
  OIDC_ISSUER: "https://sso.example.gov.cn",
  OIDC_AUTHORIZATION_URL: "https://sso.example.gov.cn/authorize",
  OIDC_TOKEN_URL: "https://sso.example.gov.cn/token",
  OIDC_USERINFO_URL: "https://sso.example.gov.cn/userinfo",
  OIDC_CLIENT_ID: "wangge",
  OIDC_CLIENT_SECRET: "secret",
};

const read = (variables: Record<string, string>) => readEnv(variables, "/").signOn;

describe("the settings of a sign-on", () => {
  test("are none, or all", () => {
    expect(read({})).toBeNull();
    expect(read({ PUBLIC_URL: COMPLETE.PUBLIC_URL })).toBeNull();
    expect(read(COMPLETE)).toMatchObject({ name: "统一身份认证", claim: "sub" });
    const named = { OIDC_NAME: "市政务登录", OIDC_CLAIM: "preferred_username" };
    const settings = { name: "市政务登录", claim: "preferred_username" };
    expect(read({ ...COMPLETE, ...named })).toMatchObject(settings);
  });

  test.each(Object.keys(COMPLETE))("without %s are refused, naming it", (name) => {
    const { [name]: _, ...rest } = COMPLETE as Record<string, string>;
    const refusal = { reason: "sign-on-settings", params: { missing: [name] } };
    expect(() => read(rest)).toThrow(expect.objectContaining(refusal));
    expect(() => read({ ...rest, [name]: "" })).toThrow(expect.objectContaining(refusal));
  });

  test("name everything that is missing, for a name alone too", () => {
    const missing = Object.keys(COMPLETE).filter((name) => name !== "PUBLIC_URL");
    expect(() => read({ OIDC_NAME: "市政务登录", PUBLIC_URL: COMPLETE.PUBLIC_URL })).toThrow(
      expect.objectContaining({ reason: "sign-on-settings", params: { missing } }),
    );
  });

  test("want addresses", () => {
    expect(() => read({ ...COMPLETE, OIDC_TOKEN_URL: "/token" })).toThrow(/OIDC_TOKEN_URL/);
    expect(() => read({ ...COMPLETE, OIDC_TOKEN_URL: "file:///token" })).toThrow(/OIDC_TOKEN_URL/);
    expect(() => read({ ...COMPLETE, OIDC_CLAIM: "email" })).toThrow(/OIDC_CLAIM/);
  });
});
