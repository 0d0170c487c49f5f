import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Capability } from "../../domain/account.ts";
import { ownAccountQuery } from "../api/account-queries.ts";
import { useText } from "../text/use-text.ts";
import { useLook } from "./look.ts";

/** What the bar lists of a page; `needs`: only to those who may. */
type DeskPage = { readonly id: string; readonly path: string; readonly needs?: Capability };

/** The pages of the desk, as the bar lists them. */
export const deskPages = [
  { id: "workbench", path: "/" },
  { id: "desk", path: "/desk", needs: "handle" },
  { id: "duties", path: "/duties" },
  { id: "zones", path: "/zones" },
  { id: "ads", path: "/ads", needs: "plan-ads" },
  { id: "papers", path: "/papers" },
  { id: "quality", path: "/quality" },
  { id: "screens", path: "/screens", needs: "steer" },
  { id: "accounts", path: "/accounts", needs: "administer" },
] as const satisfies readonly DeskPage[];
export type DeskPageId = (typeof deskPages)[number]["id"];

/** Links to the pages of the desk; the one that is open is marked. */
export function DeskPages({ current }: { readonly current: DeskPageId }) {
  const text = useText();
  const { link } = useLook();
  const { data } = useQuery(ownAccountQuery);
  const may = data?.viewer?.can ?? [];
  const listed = deskPages.filter((page) => !("needs" in page) || may.includes(page.needs));
  return (
    <nav className="desk-pages" aria-label={text.pages.title}>
      {listed.map(({ id, path }) =>
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
