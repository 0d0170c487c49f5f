import { type SignOnRefusal, signOnRefusals } from "../../domain/contract/accounts.ts";
import { isOwnPath } from "../../domain/own-path.ts";

/** Where the page of signing in leads back to, and why the city's sign-on did not. */
export type SignInUrl = {
  readonly to?: string;
  readonly refused?: string;
  readonly theme?: string;
  readonly lang?: string;
};

export function readSignInUrl(search: Readonly<Record<string, unknown>>): SignInUrl {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? { [name]: value } : {};
  };
  return { ...text("to"), ...text("refused"), ...text("theme"), ...text("lang") };
}

/** A path of this site, whatever the address says: never another site, never this page again. */
export function safeTarget(to: string | undefined): string {
  return to !== undefined && isOwnPath(to) && !isWayIn(to) ? to : "/";
}

export function signOnRefusalOf(refused: string | undefined): SignOnRefusal | null {
  return signOnRefusals.find((each) => each === refused) ?? null;
}

/** The pages on which one signs in. */
export function isWayIn(path: string): boolean {
  return path.startsWith("/sign-in") || path.startsWith("/kiosk");
}
