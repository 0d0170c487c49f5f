import { fileURLToPath } from "node:url";

/** Folder of package.json, with a separator at its end. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
