import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of the test file's own, gone when its tests are. */
export function scratchFolder(): {
  readonly path: string;
  /** Writes a file and answers its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** A new empty folder in it. */
  folder(): Promise<string>;
} {
  const path = mkdtempSync(join(tmpdir(), "wangge-test-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    async file(name, content) {
      const at = join(path, name);
      await writeFile(at, content);
      return at;
    },
    folder: () => mkdtemp(join(path, "folder-")),
  };
}
