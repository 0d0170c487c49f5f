import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { DomainError } from "../../domain/errors.ts";

/** In a state folder, so that it is changed while the server runs, which reads it anew when it changed. */
const FILE = "webhooks.json";
/** More than a city's systems are. */
export const MOST_WEBHOOKS = 20;

const Webhook = z.object({
  id: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  /** What its messages are signed with. */
  secret: z.string(),
});
export type Webhook = z.infer<typeof Webhook>;

const WebhookList = z.array(Webhook).max(MOST_WEBHOOKS);

/** None where there is no list. Throws `bad-mapping` for one that was broken by hand. */
export async function readWebhooks(stateFolder: string): Promise<Webhook[]> {
  const text = await readFile(join(stateFolder, FILE), "utf8").catch(() => "[]");
  try {
    return WebhookList.parse(JSON.parse(text));
  } catch {
    throw new DomainError("bad-mapping", {
      file: FILE,
      path: "",
      problem: "[{ id, url, secret }]",
    });
  }
}

/** Answers it with its secret. The same address again keeps the secret that it has. Throws `usage`. */
export async function addWebhook(stateFolder: string, url: string): Promise<Webhook> {
  const list = await readWebhooks(stateFolder);
  const known = list.find((each) => each.url === url);
  if (known) return known;
  const made = Webhook.safeParse({
    id: randomUUID(),
    url,
    secret: randomBytes(32).toString("base64url"),
  });
  if (!made.success) throw usage(`${url}: http://… https://…`);
  if (list.length >= MOST_WEBHOOKS) throw usage(`at most ${MOST_WEBHOOKS}`);
  await writeWebhooks(stateFolder, [...list, made.data]);
  return made.data;
}

/** Throws `not-found`. */
export async function removeWebhook(stateFolder: string, url: string): Promise<void> {
  const list = await readWebhooks(stateFolder);
  const left = list.filter((each) => each.url !== url);
  if (left.length === list.length) throw new DomainError("not-found", { what: "webhook", id: url });
  await writeWebhooks(stateFolder, left);
}

/** Whole under its name, for the own user alone: secrets are in it. */
async function writeWebhooks(stateFolder: string, list: readonly Webhook[]): Promise<void> {
  await mkdir(stateFolder, { recursive: true });
  const part = join(stateFolder, `${FILE}.part`);
  const file = await open(part, "w", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(list, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, join(stateFolder, FILE));
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "webhook", problem });
}
