import { z } from "zod";
import { ScreenCommand } from "../contract/screen.ts";
import { ScreenPlan } from "./screen-plan.ts";

/** Scenes as they were edited, with a version that grows with each edit. */
export const KeptPlan = z.object({ version: z.number().int(), plan: ScreenPlan });
export type KeptPlan = z.infer<typeof KeptPlan>;

export const KeptCommands = z.array(ScreenCommand);

/** What a text holds; null without one, or where a later program wrote what this one cannot read. */
export function readKept<S extends z.ZodType>(text: string | null, schema: S): z.infer<S> | null {
  if (text === null) return null;
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
