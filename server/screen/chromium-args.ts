/**
 * For every browser that the platform starts: it asks nothing of the network but the page, and shows nothing of its own. One
 * of the superuser has no sandbox; what it loads is the own page alone.
 */
export function chromiumArgs(profile: string): string[] {
  return [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
  ];
}
