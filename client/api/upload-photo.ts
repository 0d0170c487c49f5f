import { UploadedPhoto } from "../../domain/contract/photos.ts";
import { ApiError, apiUrl, refusalOf } from "./http.ts";

/** Of an account, or of anybody. */
export type PhotoDoor = "account" | "public";

const PATHS = { account: "photos", public: "public/photos", ads: "ads/photos" } as const;

const PATIENCE_MS = 120_000;

/**
 * Sends one picture for a report to name; `onProgress` hears 0 … 1. The same picture again is the same file. Throws an
 * ApiError, status 0 where the server was not reached.
 */
export function uploadPhoto(
  blob: Blob,
  door: keyof typeof PATHS,
  onProgress: (share: number) => void = () => undefined,
): Promise<UploadedPhoto> {
  // fetch tells nothing of how far an upload is.
  const request = new XMLHttpRequest();
  request.open("POST", apiUrl(PATHS[door], {}));
  request.setRequestHeader("Content-Type", blob.type || "image/jpeg");
  const isEnglish = document.documentElement.lang.startsWith("en");
  request.setRequestHeader("Accept-Language", isEnglish ? "en" : "zh-CN");
  request.timeout = PATIENCE_MS;
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    if (total > 0) onProgress(loaded / total);
  });
  return new Promise((resolve, reject) => {
    const unreached = () => reject(new ApiError(0, "unreachable", "unreachable"));
    for (const name of ["error", "abort", "timeout"]) request.addEventListener(name, unreached);
    request.addEventListener("load", () => {
      const body = jsonOf(request.responseText);
      const kept = UploadedPhoto.safeParse(body);
      if (request.status === 200 && kept.success) resolve(kept.data);
      else reject(refusalOf(request.status, body));
    });
    request.send(blob);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
