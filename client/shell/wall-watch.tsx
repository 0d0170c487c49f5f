import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ownAccountQuery } from "../api/account-queries.ts";
import { signInTexts } from "../text/sign-in-text.ts";
import "./wall-watch.css";

/** A wall asks so often whether it is still let in; that keeps its session as well. */
const ASKED_EVERY_MS = 30_000;

/** Says on a wall that it is not let in any more, over the picture that stays, until it is again. */
export function WallWatch() {
  const client = useQueryClient();
  const { data } = useQuery({
    ...ownAccountQuery,
    staleTime: 0,
    refetchInterval: ASKED_EVERY_MS,
    refetchIntervalInBackground: true,
  });
  const isLost = data?.viewer === null;
  useEffect(() => {
    if (!isLost) return;
    return () => void client.invalidateQueries();
  }, [client, isLost]);
  if (!isLost) return null;
  const text = signInTexts[document.documentElement.lang.startsWith("en") ? "en" : "zh"].lostWall;
  return (
    <aside className="wall-lost" role="alert">
      <h2>{text.title}</h2>
      <p>{text.text}</p>
      <a href="/kiosk">{text.signIn}</a>
    </aside>
  );
}
