import { setImmediate } from "node:timers/promises";
import { forgetUntil, maskedWriting, restsSince } from "../../domain/kept-personal-data.ts";
import { maskPersonalData } from "../../domain/personal-data.ts";
import { isDropped } from "../../domain/problem.ts";
import type { Storage, WrittenText } from "../storage/storage.ts";

/** Problems, or places, looked through at once: some 4 ms, 10 ms where all of them are rewritten. */
const BATCH = 200;

type ForgetContext = {
  readonly storage: Storage;
  /** The city's, or the storage's own while no city runs over it here. */
  readonly change: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly actor: string;
  /** `settings.privacy.keepDays` of the pack. */
  readonly keepDays: number;
  /** Looks and counts, and changes nothing. */
  readonly isDryRun?: boolean;
};

export type Forgotten = {
  /** Epoch ms. */
  readonly until: number;
  /** How many texts held somebody's number. */
  readonly texts: number;
  /** Problems and places that they are about. */
  readonly subjects: number;
};

type Rewrites = { readonly texts: readonly WrittenText[]; readonly subjects: number };

/**
 * Masks telephone and identity numbers for good in what was written about problems that have been closed or dropped for the
 * time that a city keeps them, and in reasons of decisions that old. Batch by batch, each durable before the next, so a run
 * that was cut short is finished by the next one; what was masked before is passed over. One audit row says how many.
 */
export async function forgetPersonalData(context: ForgetContext): Promise<Forgotten> {
  const { storage, change, now, actor, keepDays, isDryRun = false } = context;
  const at = now();
  const until = forgetUntil(at, keepDays);
  let [texts, subjects] = [0, 0];
  for await (const look of looks(storage, until)) {
    let found = await look();
    if (found.texts.length > 0 && !isDryRun) {
      await setImmediate();
      // Looked at again where nobody else writes.
      found = await change(async () => {
        const stands = await look();
        await storage.write((writer) => writer.replaceTexts(stands.texts));
        return stands;
      });
    }
    texts += found.texts.length;
    subjects += found.subjects;
    await setImmediate();
  }
  if (texts > 0 && !isDryRun) {
    await change(() =>
      storage.write((writer) =>
        writer.audit({
          at,
          actor,
          action: "forget",
          entity: "personal-data",
          entityId: "",
          before: null,
          after: { until, keepDays, texts, subjects },
        }),
      ),
    );
  }
  return { until, texts, subjects };
}

/** What is to be looked through, a batch each. */
async function* looks(storage: Storage, until: number): AsyncGenerator<() => Promise<Rewrites>> {
  const last = await storage.countProblems();
  for (let first = 1; first <= last; first += BATCH) {
    yield () => inProblems(storage, [first, first + BATCH - 1], until);
  }
  const decided = (await storage.decisions(null)).filter(({ decidedAt }) => decidedAt <= until);
  const places = [...new Set(decided.map(({ placeId }) => String(placeId)))];
  for (let first = 0; first < places.length; first += BATCH) {
    yield () => rewrites(storage, "place", places.slice(first, first + BATCH), until);
  }
}

async function inProblems(
  storage: Storage,
  range: readonly [number, number],
  until: number,
): Promise<Rewrites> {
  const problems = await storage.problemsIn(range);
  const dropped = problems.filter(({ state }) => isDropped(state)).map(({ id }) => id);
  const lastActs = await storage.lastActsOn(dropped);
  const resting = problems.filter((problem) => {
    const since = restsSince(problem, lastActs.get(problem.id) ?? null);
    return since !== null && since <= until;
  });
  const ids = resting.map(({ id }) => id);
  return rewrites(storage, "problem", ids, until);
}

async function rewrites(
  storage: Storage,
  of: "problem" | "place",
  ids: readonly string[],
  until: number,
): Promise<Rewrites> {
  const written = await storage.textsAbout(of, ids, until);
  const texts = written.flatMap((each) => {
    const text = each.isRecord ? maskedJson(each.text) : maskPersonalData(each.text);
    return text === each.text ? [] : [{ ...each, text }];
  });
  return { texts, subjects: new Set(texts.map(({ about }) => about)).size };
}

/** The text itself where nothing in it is masked. */
function maskedJson(text: string): string {
  const record: unknown = JSON.parse(text);
  const masked = JSON.stringify(maskedWriting(record));
  return masked === JSON.stringify(record) ? text : masked;
}
