import type { PublicAnswerBody } from "../../domain/contract/public-reports.ts";
import { DomainError } from "../../domain/errors.ts";
import { answerRefusal } from "../../domain/public-report.ts";
import type { City } from "../city/city.ts";
import type { StoredAnswer } from "../storage/storage.ts";
import { loadPublicReport } from "./load-public-report.ts";

const ACTOR = "public";

/**
 * Keeps whether whoever reported is satisfied, with an audit row; the last word counts. Throws `not-found` for an unknown
 * report, `answer-closed` where nothing is asked (any more).
 */
export function answerReport(
  city: City,
  number: string,
  { isSatisfied, comment = "" }: Pick<PublicAnswerBody, "isSatisfied" | "comment">,
): Promise<StoredAnswer> {
  return city.change(async () => {
    const [problem] = await city.storage.problemsById([number]);
    const loaded = problem && (await loadPublicReport(city, problem));
    if (!loaded) throw new DomainError("not-found", { what: "problem", id: number });
    const at = city.now();
    const { answerDays } = city.pack.manifest.settings.case;
    const { stage, closedAt } = loaded;
    const why = answerRefusal({ source: problem.source, stage, closedAt }, answerDays, at);
    if (why !== null) throw new DomainError("answer-closed", { why, days: answerDays });
    const [before] = await city.storage.answersOf([number]);
    const answer = { problemId: number, at, isSatisfied, comment: comment.trim() };
    await city.storage.write(async (writer) => {
      await writer.saveAnswer(answer);
      await writer.audit({
        at,
        actor: ACTOR,
        action: "answer",
        entity: "problem",
        entityId: number,
        before: before ? { isSatisfied: before.isSatisfied, comment: before.comment } : null,
        after: { isSatisfied, comment: answer.comment },
      });
    });
    return answer;
  });
}
