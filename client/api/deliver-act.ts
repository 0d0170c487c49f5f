import type { CaseActBody, CaseBody } from "../../domain/contract/cases.ts";
import type { QueuedAct } from "./act-store.ts";
import { ApiError } from "./http.ts";

/** What delivery asks of the server. Each throws an ApiError. */
export type ActDoor = {
  /** Answers the picture's name; the same picture again is the same name. */
  readonly upload: (picture: Blob) => Promise<string>;
  readonly take: (id: string, version: number, act: CaseActBody) => Promise<CaseBody>;
  readonly caseOf: (id: string) => Promise<CaseBody>;
};

/** What became of it: the case after it, or why it was not taken. */
export type Delivery = { readonly after: CaseBody } | { readonly refusal: string };

/**
 * Sends the pictures that the server lacks, then the act. `kept` hears of each picture that arrived, so that it is not sent
 * again. Throws where the server was not reached, was at fault or knows the account no more: then it waits.
 *
 * An act whose answer was lost on the way comes twice. The second time the version has moved on or the state allows it no
 * more, and the case has the step already: then it counts as taken. Where the case moved on for another reason and the act
 * is still allowed, it is sent once more for the case as it stands now.
 */
export async function deliverAct(
  queued: QueuedAct,
  door: ActDoor,
  kept: (files: readonly string[]) => Promise<void>,
): Promise<Delivery> {
  const { problemId, version } = queued;
  try {
    const act = { ...queued.act, ...(await sentPictures(queued, door, kept)) };
    try {
      return { after: await door.take(problemId, version, act) };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const standing = await door.caseOf(problemId);
      if (isTaken(standing, queued)) return { after: standing };
      const isAllowed = standing.allowed.some((each) => each.act === act.act);
      if (error.reason !== "stale-version" || !isAllowed) return { refusal: error.message };
      return { after: await door.take(problemId, standing.version, act) };
    }
  } catch (error) {
    if (isRefusal(error)) return { refusal: error.message };
    throw error;
  }
}

/** Whether the case has the step: the visit that was planned, or the same act by the same person since it was shown. */
export function isTaken(
  { steps }: Pick<CaseBody, "steps">,
  { act, actorName, seenAt }: Pick<QueuedAct, "act" | "actorName" | "seenAt">,
): boolean {
  return steps.some((step) => {
    if (step.act !== act.act || step.actorName !== actorName) return false;
    if (act.visitId !== undefined) return step.visitId === act.visitId;
    return Date.parse(step.at) > Date.parse(seenAt);
  });
}

async function sentPictures(
  { pictures, files }: QueuedAct,
  door: ActDoor,
  kept: (files: readonly string[]) => Promise<void>,
): Promise<Pick<CaseActBody, "photos">> {
  const names = [...files];
  for (const picture of pictures.slice(files.length)) {
    names.push(await door.upload(picture));
    await kept([...names]);
  }
  return names.length === 0 ? {} : { photos: names };
}

/** The server's last word. To be signed out, or one of too many, is none. */
function isRefusal(error: unknown): error is ApiError {
  if (!(error instanceof ApiError)) return false;
  return error.status >= 400 && error.status < 500 && ![401, 429].includes(error.status);
}
