import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { DomainError } from "../domain/errors.ts";
import { isNetwork } from "./access/client-address.ts";
import { type SignOnSettings, signOnSettings, signOnVariables } from "./access/sign-on-settings.ts";
import { type LogLevel, logLevels } from "./deps.ts";

/** The environment, parsed once at the composition root. */
export type Env = {
  readonly port: number;
  readonly host: string;
  readonly packFolder: string;
  /** Where database and uploads live; `{pack}` is filled in with the pack's id. */
  readonly stateFolder: (packId: string) => string;
  /** PostgreSQL instead of a file in the state folder; null: the file. */
  readonly databaseUrl: string | null;
  /** Accounts are asked for even where the demo runs on the own machine. */
  readonly isAuthRequired: boolean;
  /** What cookies are signed with; null: kept in the state folder. */
  readonly authSecret: string | null;
  /** Opens /metrics to a machine; null: to administrators alone. */
  readonly metricsToken: string | null;
  /** Lines of the log below it are left out. */
  readonly logLevel: LogLevel;
  readonly isProduction: boolean;
  /** What addresses on printed papers begin with; null: as the reader's request came. */
  readonly publicUrl: string | null;
  /** Addresses and networks whose X-Forwarded-For is believed, beside the own machine. */
  readonly trustedProxies: readonly string[];
  /** A browser that takes pictures of walls; null: one of the machine's. */
  readonly chromium: string | null;
  /** The city's single sign-on; null: names and passwords alone. */
  readonly signOn: SignOnSettings | null;
};

const Variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().min(1).default("127.0.0.1"),
  PACK: z.string().min(1).default("data/packs/demo"),
  STATE_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "postgres://…")
    .optional(),
  AUTH: z.enum(["required"]).optional(),
  AUTH_SECRET: z.string().min(32, "at least 32 characters").optional(),
  METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  LOG_LEVEL: z.enum(logLevels).default("info"),
  NODE_ENV: z.string().optional(),
  CHROMIUM: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ...signOnVariables,
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text) => text.split(",").map((each) => each.trim()))
    .transform((list) => list.filter((each) => each !== ""))
    .refine((list) => list.every(isNetwork), "10.0.0.7, 172.16.0.0/12"),
});

/** Every variable that is read, as the READMEs list them. */
export const variableNames = Object.keys(Variables.shape);

/** Relative paths are taken from `root`, the project's folder. Throws a usage refusal naming the variable. */
export function readEnv(
  variables: Readonly<Record<string, string | undefined>>,
  root: string,
): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? "");
    throw new DomainError("usage", { command: name, problem: issue?.message ?? "" });
  }
  const {
    PORT,
    HOST,
    PACK,
    STATE_DIR,
    DATABASE_URL,
    AUTH,
    AUTH_SECRET,
    METRICS_TOKEN,
    LOG_LEVEL,
    NODE_ENV,
    PUBLIC_URL,
    CHROMIUM,
    TRUSTED_PROXIES,
  } = parsed.data;
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(root, path));
  return {
    port: PORT,
    host: HOST,
    packFolder: absolute(PACK),
    stateFolder: (packId) => (STATE_DIR ? absolute(STATE_DIR) : join(root, ".state", packId)),
    databaseUrl: DATABASE_URL ?? null,
    isAuthRequired: AUTH === "required",
    authSecret: AUTH_SECRET ?? null,
    metricsToken: METRICS_TOKEN ?? null,
    logLevel: LOG_LEVEL,
    isProduction: NODE_ENV === "production",
    trustedProxies: TRUSTED_PROXIES,
    chromium: CHROMIUM ?? null,
    signOn: signOnSettings(parsed.data),
    publicUrl: PUBLIC_URL?.replace(/\/+$/, "") ?? null,
  };
}
