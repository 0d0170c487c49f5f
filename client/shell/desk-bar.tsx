import type { ReactNode } from "react";
import { useRunning } from "../state/workbench-state.ts";
import { useText } from "../text/use-text.ts";
import { AccountMenu } from "./account-menu.tsx";
import { type DeskPageId, DeskPages } from "./desk-pages.tsx";
import { LookButtons } from "./look-buttons.tsx";

type Props = {
  readonly current: DeskPageId;
  /** What a page has besides, before the buttons. */
  readonly children?: ReactNode;
};

/** The top bar of a desk page: the city, the pages, how it looks. */
export function DeskBar({ current, children }: Props) {
  const text = useText();
  const { city } = useRunning();
  return (
    <header className="desk-bar">
      <h1>
        <span className="city-name">{city.name}</span> {text.product}
      </h1>
      <DeskPages current={current} />
      <span className="grow" />
      {city.isDemo && <span className="desk-demo">{text.demoData}</span>}
      {children}
      <LookButtons />
      <AccountMenu />
    </header>
  );
}
