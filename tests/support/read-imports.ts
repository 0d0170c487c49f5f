import { dirname, posix } from "node:path";

/** One import; files of the project begin with ./ and are named from its folder. */
export type ImportedFile = {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
};

/** Every import, export from, dynamic import and worker of a file, in the order of the text. */
export function importsOf(file: string, text: string): ImportedFile[] {
  const code = withoutComments(text);
  const statement =
    /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?"([^"\n]+)"|\bimport\(\s*"([^"\n]+)"\s*\)|new URL\("(\.[^"\n]+\.ts)", import\.meta\.url\)/gm;
  return [...code.matchAll(statement)].map(([, type, named, dynamic, url]) => {
    const to = named ?? dynamic ?? url ?? "";
    const path = to.startsWith(".") ? `./${posix.join(dirname(file), to)}` : to;
    return { from: file, to: path, isType: type !== undefined };
  });
}

/** Texts that hold comment signs lose what follows them; no import stands in one. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
