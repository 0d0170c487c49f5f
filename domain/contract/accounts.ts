import { z } from "zod";
import { accountRoles, capabilities } from "../account.ts";
import { Instant } from "./geojson.ts";

const ViewerBody = z.object({
  account: z.string(),
  name: z.string(),
  role: z.enum(accountRoles),
  person: z.string().nullable(),
  unitId: z.string().nullable(),
});

/** Who asks, and what they may do; `viewer` null: nobody signed in. */
export const OwnAccount = z.object({
  viewer: ViewerBody.extend({ can: z.array(z.enum(capabilities)) }).nullable(),
  isExpired: z.boolean().meta({ description: "Credentials were sent that are not valid any more" }),
  signOn: z
    .string()
    .nullable()
    .meta({ description: "What the city's single sign-on is called; null: there is none" }),
  demoAccounts: z
    .array(z.object({ account: z.string(), name: z.string(), role: z.enum(accountRoles) }))
    .meta({
      description: "One click to act as one of them; only with the demo on the own machine",
    }),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const DemoSignIn = z.object({ account: z.string() });

/** Why somebody did not get in by the city's sign-on, as the address of the page for signing in says it. */
export const signOnRefusals = ["unknown", "stale", "denied", "unavailable"] as const;
export type SignOnRefusal = (typeof signOnRefusals)[number];

export const SignOnStart = z.object({
  to: z.string().max(2000).default("/").meta({ description: "The page that is wanted" }),
});
export const SignOnStarted = z.object({ url: z.url() });
export type SignOnStarted = z.infer<typeof SignOnStarted>;

const SignOnName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .nullable()
  .meta({ description: "Who of the city's sign-on gets into it; null: nobody" });

export const AccountBody = ViewerBody.extend({ signOn: SignOnName, createdAt: Instant });
export type AccountBody = z.infer<typeof AccountBody>;

export const AccountList = z.object({ accounts: z.array(AccountBody) });
export type AccountList = z.infer<typeof AccountList>;

export const NewAccountBody = ViewerBody.extend({
  account: z.string().trim().min(2).max(40),
  name: z.string().trim().min(1).max(60),
  person: z.string().max(60).nullable().default(null),
  unitId: z.string().max(100).nullable().default(null),
  signOn: SignOnName.default(null),
  password: z
    .string()
    .max(1000)
    .nullable()
    .default(null)
    .meta({ description: "Null only where the account has a name at the sign-on" }),
});

export const AccountChange = ViewerBody.omit({ account: true })
  .extend({ signOn: SignOnName })
  .partial();

export const NewPassword = z.object({ password: z.string().max(1000) });

const KeyBody = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string().meta({ description: "How it begins, to tell keys apart" }),
  account: z.string(),
});
export const KeyList = z.object({ keys: z.array(KeyBody) });
export type KeyList = z.infer<typeof KeyList>;

export const NewKeyBody = z.object({ name: z.string().trim().min(1).max(60) });
export const MadeKey = KeyBody.extend({
  key: z.string().meta({ description: "Shown this once" }),
});
export type MadeKey = z.infer<typeof MadeKey>;

/** A wall opens a session by its token. */
export const WallToken = z.object({ token: z.string().trim().min(1).max(200) });
export const OpenedWall = z.object({ account: z.string() });
export type OpenedWall = z.infer<typeof OpenedWall>;

const WallBody = z.object({
  id: z.string(),
  account: z.string(),
  start: z.string().meta({ description: "How its token begins" }),
  createdAt: Instant,
  usedAt: Instant.nullable().meta({ description: "To the day; null: never opened" }),
});
export const WallList = z.object({ walls: z.array(WallBody) });
export type WallList = z.infer<typeof WallList>;

export const NewWallBody = z.object({ account: z.string().trim().min(2).max(40) });
export const MadeWall = WallBody.extend({
  token: z.string().meta({ description: "Shown this once" }),
});
export type MadeWall = z.infer<typeof MadeWall>;
