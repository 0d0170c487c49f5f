import { Link } from "@tanstack/react-router";
import { useText } from "../text/use-text.ts";
import { useLook } from "./look.ts";

/** The pages of the desk, as the bar lists them. */
export const deskPages = [
  { id: "workbench", path: "/" },
  { id: "duties", path: "/duties" },
  { id: "zones", path: "/zones" },
  { id: "papers", path: "/papers" },
] as const;
export type DeskPageId = (typeof deskPages)[number]["id"];

/** Links to the pages of the desk; the one that is open is marked. */
export function DeskPages({ current }: { readonly current: DeskPageId }) {
  const text = useText();
  const { link } = useLook();
  return (
    <nav className="desk-pages" aria-label={text.pages.title}>
      {deskPages.map(({ id, path }) =>
        id === current ? (
          <span key={id} aria-current="page">
            {text.pages[id]}
          </span>
        ) : (
          <Link key={id} to={path} search={link}>
            {text.pages[id]}
          </Link>
        ),
      )}
    </nav>
  );
}
