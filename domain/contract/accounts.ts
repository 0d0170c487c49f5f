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
  demoAccounts: z
    .array(z.object({ account: z.string(), name: z.string(), role: z.enum(accountRoles) }))
    .meta({
      description: "One click to act as one of them; only with the demo on the own machine",
    }),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const DemoSignIn = z.object({ account: z.string() });

export const AccountBody = ViewerBody.extend({ createdAt: Instant });
export type AccountBody = z.infer<typeof AccountBody>;

export const AccountList = z.object({ accounts: z.array(AccountBody) });
export type AccountList = z.infer<typeof AccountList>;

export const NewAccountBody = ViewerBody.extend({
  account: z.string().trim().min(2).max(40),
  name: z.string().trim().min(1).max(60),
  person: z.string().max(60).nullable().default(null),
  unitId: z.string().max(100).nullable().default(null),
  password: z.string().max(1000),
});

export const AccountChange = ViewerBody.omit({ account: true }).partial();

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
