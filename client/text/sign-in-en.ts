import type { signInZhCn } from "./sign-in-zh-cn.ts";

export const signInEn: typeof signInZhCn = {
  waysIn: {
    or: "or",
    leaving: "Going to the sign-on…",
    refused: {
      unknown:
        "There is no account for you here; ask an administrator. The sign-on knows you, this platform does not.",
      stale: "It took too long, or was begun in another browser; sign in again.",
      denied: "You cancelled at the sign-on.",
      unavailable: "The sign-on cannot be reached now; try later, or sign in by password.",
    },
    wallLink: "Sign in a wall by its code",
  },
  kiosk: {
    title: "Wall",
    token: "Code",
    hint: "An administrator makes it under Accounts, Walls. This browser stays signed in from then on.",
    enter: "Sign in",
    entering: "Signing in…",
    waiting: "The server cannot be reached; trying again…",
    back: "Back to signing in",
  },
  lostWall: {
    title: "No longer authorised",
    text: "The picture stays as it was; trying again. Ask an administrator for another link.",
    signIn: "Authorise again",
  },
};
