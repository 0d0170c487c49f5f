import { DomainError } from "../../domain/errors.ts";
import { startPrivatePostgres } from "../private-postgres.ts";

export type ProofDatabase = {
  /** Null: SQLite in the state folder. */
  readonly url: string | null;
  close(): Promise<void>;
};

/** `--database postgres` starts one of its own that waits for its disk, as in earnest; else SQLite. */
export async function proofDatabase(kind: string | undefined): Promise<ProofDatabase> {
  if (kind === undefined || kind === "sqlite") return { url: null, close: async () => undefined };
  if (kind !== "postgres") {
    throw new DomainError("usage", { command: "--database", problem: "sqlite, postgres" });
  }
  const postgres = await startPrivatePostgres({ isDurable: true });
  if (postgres === null) {
    throw new DomainError("usage", {
      command: "--database",
      problem: "PostgreSQL is not installed",
    });
  }
  return { url: await postgres.database(), close: postgres.stop };
}
