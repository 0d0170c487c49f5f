import { isOwnPath } from "../../domain/own-path.ts";

/** Where the page of signing in leads back to. */
export type SignInUrl = { readonly to?: string; readonly theme?: string; readonly lang?: string };

export function readSignInUrl(search: Readonly<Record<string, unknown>>): SignInUrl {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? { [name]: value } : {};
  };
  return { ...text("to"), ...text("theme"), ...text("lang") };
}

/** A path of this site, whatever the address says: never another site, never this page again. */
export function safeTarget(to: string | undefined): string {
  return to !== undefined && isOwnPath(to) && !to.startsWith("/sign-in") ? to : "/";
}
