import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { TextWeight } from "../../domain/paper/mark.ts";

export type PaperFonts = Readonly<Record<TextWeight, Buffer>>;

const FILES: Readonly<Record<TextWeight, string>> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};

let loaded: Promise<PaperFonts> | null = null;

/** Both faces, 21 MB, read with the first paper and kept; a failed read is tried again with the next. */
export function paperFonts(): Promise<PaperFonts> {
  loaded ??= read().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function read(): Promise<PaperFonts> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = await Promise.all([
    readFile(resolve(FILES.regular)),
    readFile(resolve(FILES.bold)),
  ]);
  return { regular, bold };
}
