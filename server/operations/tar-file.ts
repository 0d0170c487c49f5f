import { spawn } from "node:child_process";

/** By the system's own tar, which Linux, macOS and Windows bring along. */
export function packTar(folder: string, file: string): Promise<void> {
  return tar(["-czf", file, "-C", folder, "."]);
}

export function unpackTar(file: string, folder: string): Promise<void> {
  return tar(["-xzf", file, "-C", folder]);
}

function tar(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("tar", args, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (part) => {
      said += part;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`tar: ${said.trim().slice(0, 300)}`)),
    );
  });
}
