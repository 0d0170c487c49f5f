import type { ScreenCommand } from "../../domain/contract/screen.ts";
import { type AlertBook, emptyBook, AlertBook as KeptBook } from "../../domain/screen/alerts.ts";
import { KeptCommands, KeptPlan, readKept } from "../../domain/screen/kept-screen.ts";
import type { Storage, StorageWriter } from "../storage/storage.ts";

const PLAN = "screen";
const COMMANDS = "screen-commands";
const ALERTS = "screen-alerts";
const COMMANDS_KEPT = 20;

/** The scenes as they were edited here; null while nobody did. */
export async function keptPlan(storage: Pick<Storage, "meta">): Promise<KeptPlan | null> {
  return readKept(await storage.meta(PLAN), KeptPlan);
}

export function keepPlan(writer: StorageWriter, kept: KeptPlan): Promise<void> {
  return writer.setMeta(PLAN, JSON.stringify(kept), "screen");
}

/** The last commands, oldest first. */
export async function keptCommands(storage: Pick<Storage, "meta">): Promise<ScreenCommand[]> {
  return readKept(await storage.meta(COMMANDS), KeptCommands) ?? [];
}

export function keepCommands(
  writer: StorageWriter,
  commands: readonly ScreenCommand[],
): Promise<void> {
  return writer.setMeta(COMMANDS, JSON.stringify(commands.slice(-COMMANDS_KEPT)), "screen");
}

export async function keptAlerts(storage: Pick<Storage, "meta">): Promise<AlertBook> {
  return readKept(await storage.meta(ALERTS), KeptBook) ?? emptyBook;
}

export function keepAlerts(writer: StorageWriter, book: AlertBook): Promise<void> {
  return writer.setMeta(ALERTS, JSON.stringify(book), "screen");
}
