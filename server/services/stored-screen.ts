import { z } from "zod";
import { ScreenCommand } from "../../domain/contract/screen.ts";
import { type AlertBook, emptyBook, AlertBook as KeptBook } from "../../domain/screen/alerts.ts";
import { ScreenPlan } from "../../domain/screen/screen-plan.ts";
import type { Storage, StorageWriter } from "../storage/storage.ts";

const PLAN = "screen";
const COMMANDS = "screen-commands";
const ALERTS = "screen-alerts";
const COMMANDS_KEPT = 20;

const KeptPlan = z.object({ version: z.number().int(), plan: ScreenPlan });
export type KeptPlan = z.infer<typeof KeptPlan>;

/** The scenes as they were edited here; null while nobody did, or where a later program wrote what this one cannot read. */
export async function keptPlan(storage: Pick<Storage, "meta">): Promise<KeptPlan | null> {
  return read(await storage.meta(PLAN), KeptPlan);
}

export function keepPlan(writer: StorageWriter, kept: KeptPlan): Promise<void> {
  return writer.setMeta(PLAN, JSON.stringify(kept), "screen");
}

/** The last commands, oldest first. */
export async function keptCommands(storage: Pick<Storage, "meta">): Promise<ScreenCommand[]> {
  return read(await storage.meta(COMMANDS), z.array(ScreenCommand)) ?? [];
}

export function keepCommands(
  writer: StorageWriter,
  commands: readonly ScreenCommand[],
): Promise<void> {
  return writer.setMeta(COMMANDS, JSON.stringify(commands.slice(-COMMANDS_KEPT)), "screen");
}

export async function keptAlerts(storage: Pick<Storage, "meta">): Promise<AlertBook> {
  return read(await storage.meta(ALERTS), KeptBook) ?? emptyBook;
}

export function keepAlerts(writer: StorageWriter, book: AlertBook): Promise<void> {
  return writer.setMeta(ALERTS, JSON.stringify(book), "screen");
}

function read<S extends z.ZodType>(text: string | null, schema: S): z.infer<S> | null {
  if (text === null) return null;
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
