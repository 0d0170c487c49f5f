import { useCallback, useEffect, useRef, useState } from "react";
import { getFile } from "../api/http.ts";

export type Download =
  | { readonly state: "idle" }
  | { readonly state: "working"; readonly url: string; readonly seconds: number }
  | { readonly state: "saved"; readonly name: string; readonly bytes: number }
  | { readonly state: "failed"; readonly why: string };

/** Fetches a file and hands it to the browser to keep; one at a time, with the seconds it takes, to be cancelled. */
export function useDownload() {
  const [download, setDownload] = useState<Download>({ state: "idle" });
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setDownload({ state: "idle" });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const isWorking = download.state === "working";
  useEffect(() => {
    if (!isWorking) return;
    const count = () =>
      setDownload((now) => (now.state === "working" ? { ...now, seconds: now.seconds + 1 } : now));
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [isWorking]);

  const start = useCallback(async (url: string) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setDownload({ state: "working", url, seconds: 0 });
    const done = await fetchFile(url, own.signal);
    if (running.current !== own) return;
    running.current = null;
    setDownload(done);
  }, []);
  return { download, start: (url: string) => void start(url), cancel };
}

async function fetchFile(url: string, signal: AbortSignal): Promise<Download> {
  try {
    const { blob, name } = await getFile(url, signal);
    keep(blob, name ?? "paper.pdf");
    return { state: "saved", name: name ?? "paper.pdf", bytes: blob.size };
  } catch (error) {
    return { state: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

function keep(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
