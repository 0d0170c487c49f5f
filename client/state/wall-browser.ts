import { useSyncExternalStore } from "react";
import type { AccountRole } from "../../domain/account.ts";

const KEPT = "wangge.wall";
const listeners = new Set<() => void>();

/**
 * Whether this browser hangs on a wall: the last account it was signed in as was one. Nobody stands before it, so it is never
 * led to a page for signing in.
 */
export function isWallBrowser(): boolean {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false;
  }
}

/** What is known of who is signed in: a wall whose session ended (`null`) stays one. */
export function rememberRole(role: AccountRole | null): void {
  if (role === null || (role === "screen") === isWallBrowser()) return;
  setWall(role === "screen");
}

/** Somebody stands before it after all. */
export function forgetWall(): void {
  if (isWallBrowser()) setWall(false);
}

export function useWallBrowser(): boolean {
  return useSyncExternalStore(listen, isWallBrowser);
}

function setWall(isWall: boolean): void {
  try {
    if (isWall) localStorage.setItem(KEPT, "1");
    else localStorage.removeItem(KEPT);
  } catch {
    return;
  }
  for (const heard of listeners) heard();
}

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}
