import type { Kysely } from "kysely";
import type { CaseStart } from "../../domain/case/case-step.ts";
import { stepOfRecord } from "./case-record.ts";
import type { Schema } from "./schema.ts";
import type { Storage, StoredAnswer, StoredOrder } from "./storage.ts";

type CaseQueries = Pick<
  Storage,
  | "caseStarts"
  | "caseSteps"
  | "stepsOfOrders"
  | "stepsBetween"
  | "plannedVisits"
  | "workOrders"
  | "lastOrder"
  | "mergedInto"
  | "answersOf"
  | "answersBetween"
>;

/** Cases: where they began, what was done, work orders 交办单, what reporters say. */
export function caseQueries(db: Kysely<Schema>): CaseQueries {
  return {
    async caseStarts(problemIds) {
      if (problemIds.length === 0) return [];
      const records = await db
        .selectFrom("case_start")
        .select("start")
        .where("problem_id", "in", problemIds)
        .execute();
      // Written by `saveCaseStart` alone.
      return records.map(({ start }) => JSON.parse(start) as CaseStart);
    },

    async caseSteps(problemIds) {
      if (problemIds.length === 0) return [];
      const records = await db
        .selectFrom("case_step")
        .selectAll()
        .where("problem_id", "in", problemIds)
        .orderBy("number")
        .execute();
      return records.map(stepOfRecord);
    },

    async stepsOfOrders(numbers) {
      if (numbers.length === 0) return [];
      const records = await db
        .selectFrom("case_step")
        .selectAll()
        .where("order_number", "in", numbers)
        .orderBy("number")
        .execute();
      return records.map(stepOfRecord);
    },

    async stepsBetween(acts, from, to) {
      const records = await db
        .selectFrom("case_step")
        .selectAll()
        .where("act", "in", acts)
        .where("at", ">=", from)
        .where("at", "<", to)
        .orderBy("number")
        .execute();
      return records.map(stepOfRecord);
    },

    async plannedVisits() {
      const records = await db
        .selectFrom("case_step as planned")
        .selectAll("planned")
        .where("planned.act", "=", "plan-visit")
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("case_step as recorded")
                .select("recorded.id")
                .whereRef("recorded.visit_id", "=", "planned.id")
                .whereRef("recorded.problem_id", "=", "planned.problem_id"),
            ),
          ),
        )
        .orderBy("planned.visit_at")
        .execute();
      return records.map(stepOfRecord);
    },

    async workOrders({ unitIds, numbers, limit }) {
      let query = db.selectFrom("work_order").selectAll().orderBy("issued_at", "desc").limit(limit);
      if (unitIds) query = query.where("unit_id", "in", unitIds);
      if (numbers) query = query.where("number", "in", numbers);
      return (await query.orderBy("number", "desc").execute()).map(orderOfRecord);
    },

    async lastOrder(year) {
      const record = await db
        .selectFrom("work_order")
        .selectAll()
        .where("number", "like", `${year}-%`)
        .orderBy("number", "desc")
        .limit(1)
        .executeTakeFirst();
      return record ? orderOfRecord(record) : null;
    },

    async mergedInto(problemId) {
      const records = await db
        .selectFrom("case_step")
        .innerJoin("problem", "problem.id", "case_step.problem_id")
        .select("case_step.problem_id as id")
        .distinct()
        .where("case_step.merged_into", "=", problemId)
        .where("problem.state", "=", "withdrawn")
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("case_step as later")
                .select("later.id")
                .whereRef("later.problem_id", "=", "case_step.problem_id")
                .whereRef("later.number", ">", "case_step.number")
                .where("later.act", "in", ["merge", "unmerge"]),
            ),
          ),
        )
        .orderBy("id")
        .execute();
      return records.map(({ id }) => id);
    },

    async answersOf(problemIds) {
      if (problemIds.length === 0) return [];
      const records = await db
        .selectFrom("report_answer")
        .selectAll()
        .where("problem_id", "in", problemIds)
        .execute();
      return records.map(answerOfRecord);
    },

    async answersBetween(from, to) {
      const records = await db
        .selectFrom("report_answer")
        .selectAll()
        .where("at", ">=", from)
        .where("at", "<", to)
        .execute();
      return records.map(answerOfRecord);
    },
  };
}

function orderOfRecord(record: Schema["work_order"]): StoredOrder {
  return {
    number: record.number,
    unitId: record.unit_id,
    issuedAt: record.issued_at,
    account: record.account,
    actorName: record.actor_name,
  };
}

function answerOfRecord(record: Schema["report_answer"]): StoredAnswer {
  return {
    problemId: record.problem_id,
    at: record.at,
    isSatisfied: record.is_satisfied === 1,
    comment: record.comment,
  };
}
