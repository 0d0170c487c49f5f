import type { Kysely, Transaction } from "kysely";
import { adQueries } from "./ad-queries.ts";
import { caseQueries } from "./case-queries.ts";
import { dutyQueries } from "./duty-queries.ts";
import { kyselyWriter } from "./kysely-writer.ts";
import { logQueries, logTouched } from "./log-queries.ts";
import { problemQueries } from "./problem-queries.ts";
import { recurrenceQueries } from "./recurrence-queries.ts";
import type { Schema } from "./schema.ts";
import type { Storage } from "./storage.ts";
import { Touched } from "./touched.ts";
import { urgeQueries } from "./urge-queries.ts";
import { writtenQueries } from "./written-texts.ts";

/** What an adapter does its own way. */
export type StorageDoor = Pick<Storage, "exclusive" | "expectAlone" | "onWrite" | "close"> & {
  /** Runs inside every write before anything else. */
  readonly begin?: (tx: Transaction<Schema>) => Promise<void>;
  /** Runs inside every write that is in the log, at its end. */
  readonly announce?: (tx: Transaction<Schema>, id: number) => Promise<void>;
  /** Called after every write that is in the log. */
  readonly written?: () => void;
};

/** The queries that run alike on every database, by what they are about. */
export function kyselyStorage(db: Kysely<Schema>, door: StorageDoor): Storage {
  return {
    ...problemQueries(db),
    ...recurrenceQueries(db),
    ...dutyQueries(db),
    ...urgeQueries(db),
    ...logQueries(db),
    ...caseQueries(db),
    ...adQueries(db),
    ...writtenQueries(db),

    async write(work) {
      const { result, logged } = await db.transaction().execute(async (tx) => {
        await door.begin?.(tx);
        const touched = new Touched();
        const result = await work(kyselyWriter(tx, touched));
        const logged = await logTouched(tx, touched);
        if (logged !== null) await door.announce?.(tx, logged);
        return { result, logged };
      });
      if (logged !== null) door.written?.();
      return result;
    },
    exclusive: door.exclusive,
    expectAlone: door.expectAlone,
    onWrite: door.onWrite,
    close: door.close,
  };
}
