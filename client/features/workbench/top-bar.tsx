import { DeskBar } from "../../shell/desk-bar.tsx";
import { useText } from "../../text/use-text.ts";
import { SearchBox } from "./search-box.tsx";

export function TopBar() {
  const text = useText();
  return (
    <DeskBar current="workbench">
      <SearchBox />
      <a className="desk-button" href="/api/docs">
        {text.apiDocs}
      </a>
    </DeskBar>
  );
}
