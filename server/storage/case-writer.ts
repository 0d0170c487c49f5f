import type { Transaction } from "kysely";
import { recordOfStep } from "./case-record.ts";
import type { Schema } from "./schema.ts";
import type { StorageWriter } from "./storage.ts";

type CaseWriter = Pick<
  StorageWriter,
  "saveCaseStart" | "addCaseSteps" | "addWorkOrder" | "saveAnswer"
>;

export function caseWriter(tx: Transaction<Schema>): CaseWriter {
  return {
    async saveCaseStart(start) {
      await tx
        .insertInto("case_start")
        .values({ problem_id: start.problemId, start: JSON.stringify(start) })
        .onConflict((conflict) => conflict.column("problem_id").doNothing())
        .execute();
    },

    async addCaseSteps(steps) {
      for (const step of steps) {
        await tx.insertInto("case_step").values(recordOfStep(step)).execute();
      }
    },

    async addWorkOrder({ number, unitId, issuedAt, account, actorName }) {
      await tx
        .insertInto("work_order")
        .values({
          number,
          unit_id: unitId,
          issued_at: issuedAt,
          account,
          actor_name: actorName,
        })
        .execute();
    },

    async saveAnswer({ problemId, at, isSatisfied, comment }) {
      const said = { at, is_satisfied: isSatisfied ? 1 : 0, comment };
      await tx
        .insertInto("report_answer")
        .values({ problem_id: problemId, ...said })
        .onConflict((conflict) => conflict.column("problem_id").doUpdateSet(said))
        .execute();
    },
  };
}
