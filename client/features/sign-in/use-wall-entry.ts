import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { forgetAll, openWall } from "../../api/account-queries.ts";
import { ApiError } from "../../api/http.ts";
import { rememberRole } from "../../state/wall-browser.ts";

/** A wall starts with the machine, often before its network or the server do. */
const TRIED_AGAIN_MS = 10_000;

/** Opens a wall's session and goes where it leads; what the link brought is tried at once, and again until it is answered. */
export function useWallEntry(token: string, target: string) {
  const client = useQueryClient();
  const { mutate, error, isPending, isSuccess, failureReason } = useMutation({
    mutationFn: () => openWall(token.trim()),
    retry: (_, reason) => !isAnswer(reason),
    retryDelay: TRIED_AGAIN_MS,
    networkMode: "always",
    onSuccess() {
      rememberRole("screen");
      forgetAll(client);
      location.replace(target);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed later waits for the button
  useEffect(() => {
    if (token !== "") mutate();
  }, []);
  return {
    enter: () => mutate(),
    isBusy: isPending || isSuccess,
    isWaiting: isPending && failureReason !== null,
    failure: error?.message ?? null,
  };
}

/** Whether the server has said what it thinks of the token. */
function isAnswer(error: Error): boolean {
  return (
    error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429
  );
}
